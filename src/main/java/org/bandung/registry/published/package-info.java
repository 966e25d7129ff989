/// What of the registry may leave this node: public initiatives that stand, each with the
/// statements it rests on and their original elements, page by page.
@NamedInterface("published")
@NullMarked
package org.bandung.registry.published;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
