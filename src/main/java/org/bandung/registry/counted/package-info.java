/// What statistics count: one record for each initiative, in which every contribution stands once,
/// in the words of the one to listen to first. Pure: whoever reads facts hands in what was said.
@NamedInterface("counted")
@NullMarked
package org.bandung.registry.counted;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
