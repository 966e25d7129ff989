/// What people decided of initiatives that may be one: the same, a part, related, different. Only
/// "the same" changes how they are told, and everything can be undone.
@NamedInterface("decisions")
@NullMarked
package org.bandung.registry.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
