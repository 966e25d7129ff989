package org.bandung.kernel;

/// Who a fact row is for. The names are stored in the database and never change.
public enum Audience {
  /// Everybody, without an account.
  PUBLIC,
  /// Only who runs this node, until its owner releases it.
  OPERATOR;

  /// The word stored in the column `audience`.
  public String word() {
    return this == PUBLIC ? "public" : "operator";
  }
}
