/// Figures by two codes in, such as exports by country and product: one table whose columns are
/// named by its header. Stores nothing.
@NamedInterface("grids")
@NullMarked
package org.bandung.exchange.grids;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
