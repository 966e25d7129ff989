package org.bandung.api.json;

import java.util.Map;
import org.bandung.api.json.Shapes.Coded;
import org.bandung.catalogue.Timeline;
import org.jspecify.annotations.Nullable;

/// A date of the cooperation of the South since 1955.
///
/// @param kind `conference`, `plan`, `resolution`, `institution`, `agreement`, `day` or `forum`
/// @param document its official number
/// @param opened whether somebody of ours read it at the source
public record MomentJson(
    String id,
    String from,
    @Nullable String to,
    String kind,
    Map<String, String> title,
    @Nullable Coded country,
    @Nullable String city,
    @Nullable String document,
    String source,
    boolean opened) {

  public static MomentJson render(Timeline.Moment m, Speech speech) {
    return new MomentJson(
        m.id(),
        m.from().toString(),
        m.to().map(Object::toString).orElse(null),
        m.kind(),
        m.title().byLanguage(),
        speech.country(m.place()),
        m.city().isEmpty() ? null : m.city(),
        m.document().isEmpty() ? null : m.document(),
        m.source(),
        m.opened());
  }
}
