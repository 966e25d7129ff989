/// Gravity models of trade: estimation with any number of fixed effects, and what trade, prices and
/// incomes would be without a border or an agreement.
///
/// Entrance: `Gravity`, which reads a specification (a JSON file that names its data file) and
/// answers with an estimate or with the list of what is wrong. The numerics see arrays only. Every
/// result carries its standard errors, its data's hash and years, and how it moves under other
/// assumptions.
@NamedInterface("gravity")
@NullMarked
package org.bandung.economy.gravity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
