/// Calls, proposals, screening, reviews and decisions of a board.
@NamedInterface("calls")
@NullMarked
package org.bandung.funds.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
