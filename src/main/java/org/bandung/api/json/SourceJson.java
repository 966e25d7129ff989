package org.bandung.api.json;

import org.bandung.api.json.Shapes.SpokenText;
import org.bandung.registry.SourceView;
import org.jspecify.annotations.Nullable;

/// A source and what it has stated.
///
/// @param noted statements that carry at least one note
public record SourceJson(
    String key,
    String channel,
    String publisher,
    @Nullable SpokenText name,
    long statements,
    long withdrawn,
    long noted,
    @Nullable String lastReceived) {

  public static SourceJson render(SourceView source, Speech speech) {
    return new SourceJson(
        source.key(),
        source.channel(),
        source.publisher(),
        speech.text(source.name()),
        source.statements(),
        source.withdrawn(),
        source.noted(),
        source.lastReceived().map(Object::toString).orElse(null));
  }
}
