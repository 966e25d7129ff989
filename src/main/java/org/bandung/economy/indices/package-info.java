/// Indices of trade as pure formulas over numbers, and the dense kernels beneath them.
///
/// Nothing here knows where the figures come from. Values are sums in any one unit (or quantities);
/// shares and indices have no unit and are never percentages: 0.25 is 25 %. An index that is not
/// defined for its figures, mostly because a sum is zero, is not a number (`NaN`), never zero.
@NamedInterface("indices")
@NullMarked
package org.bandung.economy.indices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
