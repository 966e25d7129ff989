package org.bandung.exchange.packages;

import org.jspecify.annotations.Nullable;

/// Where rows of the package go.
interface RowSink {

  /// One row of a table.
  void row(String table, @Nullable Object... cells);
}
