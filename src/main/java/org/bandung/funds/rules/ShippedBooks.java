package org.bandung.funds.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Rules of known funds, as far as they could be read: examples to begin from. Each rule names its
/// source and how sure it is.
public final class ShippedBooks {

  /// Their names.
  public static final List<String> NAMES = List.of("pgtf", "ibsa", "india-un");

  private ShippedBooks() {}

  /// The text of one, as JSON; empty if there is none of that name.
  public static Optional<String> text(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    var path = "/funds/rules/" + name + ".json";
    try (var stream = ShippedBooks.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its file " + path);
      }
      return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /// One of them.
  public static Optional<RuleBook> find(String name) {
    return text(name)
        .map(text ->
            switch (BookReader.read(text)) {
              case BookReader.Read.Taken(var book) -> book;
              case BookReader.Read.Faulty(var faults) ->
                  throw new IllegalStateException(name + ": " + faults);
            });
  }
}
