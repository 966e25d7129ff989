/// Tables in: text, spreadsheets and JSON become rows, and a mapping (a data file) says what each
/// column means.
///
/// Pure but for reading streams: whom a country's name means, which words speak of South-South
/// cooperation and how much a note weighs is asked of [TableGround].
@NamedInterface("tables")
@NullMarked
package org.bandung.exchange.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
