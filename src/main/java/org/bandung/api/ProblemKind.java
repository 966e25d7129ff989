package org.bandung.api;

/// Every kind of problem the API answers with. The words are published and never reused.
enum ProblemKind {
  NOT_FOUND(404, "not-found"),
  BAD_PARAMETER(400, "bad-parameter"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed"),
  NOT_ACCEPTABLE(406, "not-acceptable"),
  TOO_LARGE(414, "too-large"),
  NOT_READY(503, "not-ready"),
  INTERNAL(500, "internal");

  private final int status;
  private final String word;

  ProblemKind(int status, String word) {
    this.status = status;
    this.word = word;
  }

  int status() {
    return status;
  }

  String word() {
    return word;
  }

  /// The address of the page about this kind of problem.
  String type() {
    return "/problems/" + word;
  }
}
