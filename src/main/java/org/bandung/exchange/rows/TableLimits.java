package org.bandung.exchange.rows;

/// How large a table and its parts may be.
///
/// @param columns of one table
/// @param cell characters of one value
/// @param record characters of one record
/// @param workbook bytes of a packed spreadsheet, because one is read as a whole
/// @param unpacked bytes of all parts of a spreadsheet
public record TableLimits(int columns, int cell, int record, int workbook, long unpacked) {

  /// For files that an operator names.
  public static final TableLimits IMPORT =
      new TableLimits(2_000, 1_000_000, 8_000_000, 64 << 20, 1L << 30);

  /// For files that anybody may send.
  public static final TableLimits VISITOR =
      new TableLimits(300, 20_000, 200_000, 1 << 20, 24L << 20);
}
