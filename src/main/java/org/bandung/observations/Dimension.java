package org.bandung.observations;

/// What tells one observation of a dataset from another.
public enum Dimension {
  YEAR,
  /// What was observed, such as `exports`, `gdp`, `debt-service-due`.
  SERIES,
  /// Who reports or whom it is about: the exporter of a flow, the debtor of a debt.
  REPORTER,
  /// The other side: the importer of a flow, the creditor of a debt; none where there is none.
  PARTNER,
  /// A code of the dataset's nomenclature; none for totals.
  PRODUCT
}
