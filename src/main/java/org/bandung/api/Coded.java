package org.bandung.api;

import org.jspecify.annotations.Nullable;

/// A code with its name in the reader's language; null where nobody knows a name.
record Coded(String code, @Nullable String name) {}
