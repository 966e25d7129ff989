/// Counting once: facts as columns in memory, and one pure engine that answers every question of
/// filter, dimensions and measure from them.
@NamedInterface("counting")
@NullMarked
package org.bandung.statistics.counting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
