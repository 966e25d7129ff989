package org.bandung.exchange.rates;

import java.io.IOException;
import java.util.Collection;
import org.bandung.exchange.rows.TableRow;

/// What the columns of a table of rates mean.
interface RateColumns {

  RateFormat format();

  /// Whether a table with these columns is one of these.
  boolean fits(Collection<String> columns);

  /// Takes the rates of a row.
  void row(TableRow row, RateSheet sheet) throws IOException;
}
