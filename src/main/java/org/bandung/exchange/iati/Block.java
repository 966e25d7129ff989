package org.bandung.exchange.iati;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bandung.kernel.CountryCode;
import org.bandung.registry.Derivation;
import org.bandung.registry.published.Published;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;

/// What IATI cannot say of an initiative, as one element at the end of its activity.
///
/// `initiative` has its id, its kind, the derived modality and scope with the number of the rule
/// that gave them; in it `also` (ids that lead to it), `counted` (each country with its role and
/// the side on which it counts), `grouping`, `missing`, where the activity is ours `participants`
/// with their roles, and a `statement` for each that stated it. A statement that cannot be read
/// from the activity itself holds in `said` all it says.
final class Block {

  static final String STATEMENT = "statement";
  static final String SAID = "said";
  static final String PARTICIPANTS = "participants";
  static final String NAME = "name";

  private Block() {}

  /// @param original whether the activity is as its publisher wrote it
  static Xml of(Published initiative, boolean original) {
    var content = initiative.composed();
    var block =
        Xml.own(Ours.BLOCK)
            .with("id", initiative.id())
            .with("form", original ? "original" : "composed")
            .with("kind", content.kind());
    derived(block, initiative.derivation());
    initiative.also().forEach(id -> block.add(Xml.own("also").with("id", id)));
    if (!original) {
      content.participants().forEach(p -> block.add(RecordXml.write(PARTICIPANTS, p)));
    }
    initiative.statements().forEach(s -> block.add(statement(s, !original)));
    return block;
  }

  private static void derived(Xml block, Derivation derivation) {
    block
        .with("modality", derivation.modality())
        .with("rule", derivation.rule())
        .with("scope", derivation.scope().orElse(null))
        .with("same-subregion", derivation.sameSubregion().orElse(null))
        .with("status-at", derivation.date().orElse(null))
        .with("status-scheme", derivation.scheme());
    for (var counted : derivation.counted()) {
      block.add(
          Xml.own("counted")
              .with("country", counted.country().map(CountryCode::alpha3).orElse(null))
              .with("role", counted.role().code())
              .with("side", counted.side())
              .with("through", counted.through().orElse(null)));
    }
    each(block, "grouping", "code", derivation.sharedGroupings());
    each(block, "missing", "what", derivation.missing());
  }

  private static void each(Xml block, String name, String attribute, List<String> values) {
    values.forEach(value -> block.add(Xml.own(name).with(attribute, value)));
  }

  private static Xml statement(Statement said, boolean whole) {
    var element =
        Xml.own(STATEMENT)
            .with("channel", said.source().channel())
            .with("publisher", said.source().publisher())
            .with("id", said.originalId())
            .with("speaker", said.speaker().name().toLowerCase(Locale.ROOT))
            .with("updated", time(said.lastUpdated()))
            .with("generated", time(said.generated()))
            .add(RecordXml.written(NAME, said.source().name()));
    return whole ? element.add(RecordXml.write(SAID, said.content())) : element;
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
