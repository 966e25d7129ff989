/// Commitments that were made at forums and conferences, and what their reporters say became of
/// them.
///
/// Owns the tables `consultation_commitment…`. Invariants: a body writes only what it, its country
/// or its grouping committed to; what is not released is seen by those only who may see what is
/// private to the body; what was reported stays reported.
@NamedInterface("commitments")
@NullMarked
package org.bandung.consultation.commitments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
