package org.bandung.api.desk;

/// What most deeds need: who acts, on the record with which id, once under this key, and as it
/// stood when it was read.
record On(Acting acting, String id, Key key, Version version) {

  /// The part of an address that it stands in.
  static final String ID = "id";
}
