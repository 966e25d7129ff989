/// What is said of cooperation: the words in which every source is heard, whatever it wrote, and
/// their stored form.
@NamedInterface("said")
@NullMarked
package org.bandung.registry.said;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
