/// Sheets of contributions that people send to their desks: read row by row, and the template they
/// are filled into. Stores nothing.
@NamedInterface("sheets")
@NullMarked
package org.bandung.exchange.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
