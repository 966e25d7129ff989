package org.bandung.catalogue.drafts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.catalogue.Details;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// What is wrong with what somebody wrote: pure functions. A draft may be incomplete, only who
/// submits it must have said what it is about; but nothing may be longer than a page can bear.
public final class WordingFaults {

  public static final int LONGEST_TITLE = 300;
  public static final int LONGEST_TEXT = 20_000;
  public static final int LONGEST_LINE = 200;
  static final int MOST_LANGUAGES = 20;
  static final int MOST_CODES = 60;

  private static final Set<String> WEB = Set.of("http", "https");

  private WordingFaults() {}

  /// Something wrong.
  ///
  /// @param field as the form calls it
  /// @param code `missing`, `too-long`, `too-many`, `not-an-address`, `order`
  public record Fault(String field, String code) {}

  /// What forbids to store it.
  public static List<Fault> storable(Wording wording) {
    var faults = new ArrayList<Fault>();
    var content = wording.content();
    text(faults, "title", content.title(), LONGEST_TITLE);
    texts(wording).forEach((field, text) -> text(faults, field, text, LONGEST_TEXT));
    var told = wording.confidential();
    line(faults, "person", told.person());
    line(faults, "email", told.email());
    line(faults, "telephone", told.telephone());
    if (wording.details() instanceof Details.Need(var _, var link, var _)
        && link != null
        && !address(link)) {
      faults.add(new Fault("planLink", "not-an-address"));
    }
    content.links().stream()
        .filter(l -> !address(l.url()))
        .findFirst()
        .ifPresent(l -> faults.add(new Fault("links", "not-an-address")));
    if (content.classifications().size() > MOST_CODES * 4 || content.links().size() > MOST_CODES) {
      faults.add(new Fault("codes", "too-many"));
    }
    return List.copyOf(faults);
  }

  /// What is missing or does not fit together, for who submits it.
  public static List<Fault> submittable(Wording wording) {
    var faults = new ArrayList<>(storable(wording));
    var content = wording.content();
    needed(faults, "title", content.title());
    switch (wording.details()) {
      case Details.Solution solution -> {
        needed(faults, "done", solution.done());
        needed(faults, "result", solution.result());
      }
      case Details.Event event -> {
        if (content.actual().start() == null) {
          faults.add(new Fault("from", "missing"));
        }
      }
      case Details.Need need -> needed(faults, "description", content.description());
      case Details.Offer offer -> needed(faults, "description", content.description());
      case Details.Expert expert -> faults.add(new Fault("kind", "missing"));
      case Details.Institution institution -> faults.add(new Fault("kind", "missing"));
    }
    for (var period : List.of(content.planned(), content.actual())) {
      var start = period.start();
      var end = period.end();
      if (start != null && end != null && start.earliest().isAfter(end.latest())) {
        faults.add(new Fault("until", "order"));
      }
    }
    return List.copyOf(faults);
  }

  private static Map<String, LocalizedText> texts(Wording wording) {
    var description = wording.content().description();
    return switch (wording.details()) {
      case Details.Need need -> Map.of("description", description, "plan", need.plan());
      case Details.Offer offer -> Map.of("description", description, "terms", offer.terms());
      case Details.Event event -> Map.of("description", description, "venue", event.venue());
      case Details.Solution s ->
          Map.of(
              "description", description,
              "problem", s.problem(),
              "done", s.done(),
              "result", s.result(),
              "evidence", s.evidence(),
              "conditions", s.conditions());
      case Details.Expert expert -> Map.of("description", description);
      case Details.Institution institution -> Map.of("description", description);
    };
  }

  private static void needed(List<Fault> faults, String field, LocalizedText text) {
    if (text.byLanguage().values().stream().allMatch(String::isBlank)) {
      faults.add(new Fault(field, "missing"));
    }
  }

  private static void text(List<Fault> faults, String field, LocalizedText text, int longest) {
    if (text.byLanguage().values().stream().anyMatch(t -> t.length() > longest)) {
      faults.add(new Fault(field, "too-long"));
    }
    if (text.byLanguage().size() > MOST_LANGUAGES) {
      faults.add(new Fault(field, "too-many"));
    }
  }

  private static void line(List<Fault> faults, String field, String line) {
    if (line.length() > LONGEST_LINE) {
      faults.add(new Fault(field, "too-long"));
    }
  }

  /// Whether it is an address on the web that a link may lead to.
  public static boolean address(@Nullable String text) {
    if (text == null || text.length() > 2_000) {
      return false;
    }
    try {
      var uri = new URI(text);
      return uri.getScheme() != null
          && WEB.contains(uri.getScheme().toLowerCase(java.util.Locale.ROOT))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
