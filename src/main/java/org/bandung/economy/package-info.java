/// The economy of the South: shares, dependence, structure, complementarity, what could be supplied
/// instead, preferences, debt. Pure formulas over arrays of observations, each with its definition,
/// unit, edge cases and source; nothing here is stored.
@ApplicationModule(allowedDependencies = {"observations", "reference", "kernel"})
@NullMarked
package org.bandung.economy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
