package org.bandung.api;

/// A text in the reader's language, or in the language it was reported in; `und` if nobody said.
record SpokenText(String language, String text) {}
