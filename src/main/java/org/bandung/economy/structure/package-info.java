/// How a country's exports are made up and what they could become: advantages, diversification,
/// fitness, neighbours in the product space, food, potential in markets; and how the trade of a
/// grouping or of the South holds together as a network. Formulas are those of `economy.indices`,
/// `economy.network` and `economy.preferences`; here they meet the data. Nothing is stored.
@NamedInterface("structure")
@NullMarked
package org.bandung.economy.structure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
