/// What countries reply to what sources state of them.
@NamedInterface("replies")
@NullMarked
package org.bandung.registry.replies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
