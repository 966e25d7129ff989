/// Rounds in which obligations of many clear each other with the fewest settlements.
@NamedInterface("netting")
@NullMarked
package org.bandung.funds.netting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
