package org.bandung.api.json;

import java.util.List;
import java.util.Map;
import org.bandung.api.json.Shapes.Coded;
import org.bandung.api.json.Shapes.SpokenText;
import org.bandung.parties.Organisation;
import org.jspecify.annotations.Nullable;

/// An organisation that takes part in cooperation or coordinates it.
///
/// @param name in the reader's language; null when no source told its name
/// @param names by language
/// @param references identifiers under which sources know it
public record OrganisationJson(
    String id,
    @Nullable SpokenText name,
    @Nullable Map<String, String> names,
    @Nullable String acronym,
    String kind,
    @Nullable Coded type,
    @Nullable Coded country,
    List<String> references,
    @Nullable Coded grouping,
    @Nullable String website,
    String source) {

  public static OrganisationJson render(Organisation o, Speech speech) {
    return new OrganisationJson(
        o.id(),
        speech.text(o.name()),
        Speech.all(o.name()),
        o.acronym().isEmpty() ? null : o.acronym(),
        o.kind(),
        speech.codedOrNull("organisation-type", o.type().orElse(null)),
        speech.country(o.country()),
        o.references(),
        o.grouping().map(speech::grouping).orElse(null),
        o.website().orElse(null),
        o.source());
  }
}
