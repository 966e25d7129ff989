/// Rows of tables, whatever they are kept in: text with any delimiter, spreadsheets, JSON; and CSV
/// written so that a spreadsheet can open it without harm.
@NamedInterface("rows")
@NullMarked
package org.bandung.exchange.rows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
