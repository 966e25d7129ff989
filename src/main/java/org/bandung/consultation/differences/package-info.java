/// What changed from one version of a proposal to another, as data for pages.
@NamedInterface("differences")
@NullMarked
package org.bandung.consultation.differences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
