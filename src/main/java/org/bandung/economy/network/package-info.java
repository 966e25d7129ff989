/// Statistics of networks of countries: who trades with (or owes, or gives to) whom, as a whole.
///
/// Networks here have a few hundred nodes, so they are dense tables and the formulas plain loops.
/// Shares are never percentages; what is not defined is not a number (`NaN`), never zero.
@NamedInterface("network")
@NullMarked
package org.bandung.economy.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
