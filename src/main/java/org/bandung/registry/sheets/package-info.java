/// Many contributions to joint initiatives from one sheet: first what each row would do, then all
/// of them in one transaction. Every row becomes a deed of `JointInitiatives`, with its rules; here
/// is only what rows mean and whether what was shown still holds.
@NamedInterface("sheets")
@NullMarked
package org.bandung.registry.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
