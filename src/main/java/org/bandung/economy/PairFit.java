package org.bandung.economy;

import java.util.OptionalDouble;

/// How two countries fit each other; every figure is empty where the data do not tell it.
///
/// @param partner code of the other country
/// @param exports what the country sells it, in the data's unit
/// @param imports what it buys from it
/// @param fitOfExports Michaely's complementarity of the country's exports and the partner's
///   imports
/// @param fitOfImports the same of the partner's exports and the country's imports
/// @param similarity of what both export, Finger and Kreinin
/// @param intensityOfExports Kojima's intensity of what the country sells the partner
/// @param intensityOfImports the same of what the partner sells the country
public record PairFit(
    String partner,
    OptionalDouble exports,
    OptionalDouble imports,
    OptionalDouble fitOfExports,
    OptionalDouble fitOfImports,
    OptionalDouble similarity,
    OptionalDouble intensityOfExports,
    OptionalDouble intensityOfImports) {}
