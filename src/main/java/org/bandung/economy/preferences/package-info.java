/// What a change of tariffs would bring: partial equilibrium of one market (SMART) and of several
/// regions at once (GSIM), preferences, free-trade areas and customs unions, what agreements cover,
/// what could be exported. Pure formulas; tariffs are those a user states, never invented.
@NamedInterface("preferences")
@NullMarked
package org.bandung.economy.preferences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
