package org.bandung.exchange.iati;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.bandung.exchange.iati.LossReport.Field;
import org.bandung.exchange.iati.LossReport.Where;
import org.bandung.kernel.LocalizedText;
import org.bandung.registry.Derivation;
import org.bandung.registry.said.Content.Classification;

/// Tags of vocabulary 99: the derived modality and scope, and codes of lists that IATI has no place
/// for. The address of the vocabulary names the list.
final class Tags {

  /// Codes that stand elsewhere in an activity, or say how another is meant.
  private static final Set<String> ELSEWHERE =
      Set.of(
          "iati-collaboration-type",
          "iati-flow-type",
          "iati-finance-type",
          "iati-tied-status",
          "iati-activity-scope",
          "iati-humanitarian",
          "iati-policy-marker",
          "iati-aid-type",
          "iati-region",
          "m49-region");

  private final BiFunction<String, String, LocalizedText> names;

  /// @param names what a code of a scheme is called; empty if nobody knows
  Tags(BiFunction<String, String, LocalizedText> names) {
    this.names = names;
  }

  /// Those that every activity has.
  List<Xml> derived(Derivation derivation, LossReport.Tally loss) {
    var tags = new ArrayList<Xml>();
    tags.add(tag("modality", derivation.modality(), LocalizedText.EMPTY));
    loss.note(Field.MODALITY, Where.TAG);
    derivation
        .scope()
        .ifPresent(scope -> {
          tags.add(tag("scope", scope, LocalizedText.EMPTY));
          loss.note(Field.SCOPE, Where.TAG);
        });
    return tags;
  }

  /// Those of an activity that is put together: first the goals and targets that IATI knows.
  List<Xml> of(List<Classification> classifications, LossReport.Tally loss) {
    var goals = new ArrayList<Xml>();
    var own = new ArrayList<Xml>();
    var seen = new LinkedHashSet<String>();
    for (var c : classifications) {
      if (!seen.add(c.scheme() + ' ' + c.code()) || isElsewhere(c)) {
        continue;
      }
      if (c.scheme().equals("sdg") && IatiCodes.isGoal(c.code())) {
        goals.add(sdg("2", c));
      } else if (c.scheme().equals("sdg") && IatiCodes.isTarget(c.code())) {
        goals.add(sdg("3", c));
      } else if (!c.code().isBlank()) {
        own.add(tag("scheme:" + c.scheme().replace(' ', '_'), c.code(), c.name()));
        loss.note(Field.CLASSIFICATION, Where.TAG);
      }
    }
    goals.addAll(own);
    return goals;
  }

  private static boolean isElsewhere(Classification c) {
    return ELSEWHERE.contains(c.scheme())
        || c.scheme().startsWith("iati-policy-marker-significance/")
        || (c.scheme().equals("dac-sector") && IatiCodes.isSectorForm(c.code()));
  }

  private static Xml sdg(String vocabulary, Classification c) {
    return Xml.of("tag").with("vocabulary", vocabulary).with("code", c.code());
  }

  private Xml tag(String list, String code, LocalizedText given) {
    var scheme = list.startsWith("scheme:") ? list.substring(7) : list;
    var known = given.isEmpty() ? names.apply(scheme, code) : given;
    var tag =
        Xml.of("tag")
            .with("vocabulary", "99")
            .with("vocabulary-uri", Ours.NAMESPACE + ":" + list)
            .with("code", code);
    var narratives = Narratives.plain(known);
    return narratives.isEmpty()
        ? tag.add(Xml.of("narrative").in("en").text(code))
        : tag.add(narratives);
  }
}
