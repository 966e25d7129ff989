/// Learns from labelled pairs which records are the same: features of two texts, boosted trees, the
/// evaluation on pair files. Pure and repeatable: every draw has a fixed seed.
@NamedInterface("learned")
@NullMarked
package org.bandung.linkage.learned;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
