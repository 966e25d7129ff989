/// Which initiatives may be one although they count as two: what people could not decide, and what
/// is proposed and nobody decided yet. Whoever proposes hands it in by a [PairSource]; decisions
/// are facts of the registry.
@NamedInterface("doubts")
@NullMarked
package org.bandung.statistics.doubts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
