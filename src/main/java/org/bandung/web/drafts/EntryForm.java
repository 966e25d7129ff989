package org.bandung.web.drafts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.access.fields.SensitiveField;
import org.bandung.catalogue.Details;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.drafts.Wording;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.web.frame.Refusal;
import org.jspecify.annotations.Nullable;

/// The form of an entry as somebody filled it in, letter by letter: what cannot be taken as it is
/// stays as she typed it.
///
/// @param language in which she writes
/// @param others the languages into which it is written too; their fields end in `.` and the tag
/// @param values single fields by name
/// @param ticks fields with several codes, by name
public record EntryForm(
    EntryKind kind,
    String language,
    Set<String> others,
    Map<String, String> values,
    Map<String, Set<String>> ticks) {

  static final List<String> TICKS = List.of("sector", "sdg", "form", "spoken");

  private static final String TAG = "[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}";
  private static final int MOST_OTHERS = 19;
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_BEGUN = 2_000;

  /// The scheme behind a field of codes.
  static String scheme(String tick) {
    return switch (tick) {
      case "sector" -> "dac-sector";
      case "sdg" -> "sdg";
      case "form" -> "cooperation-form";
      default -> "language";
    };
  }

  /// The texts of a kind, in the order in which one writes them.
  public static List<String> texts(EntryKind kind) {
    return switch (kind) {
      case NEED -> List.of("title", "description", "plan");
      case OFFER -> List.of("title", "description", "terms");
      case SOLUTION ->
          List.of("title", "problem", "done", "result", "evidence", "conditions", "description");
      case EVENT -> List.of("title", "description", "venue");
      case EXPERT, INSTITUTION -> List.of("title", "description");
    };
  }

  /// The single fields of a kind beside its texts.
  static List<String> lines(EntryKind kind) {
    var lines = new ArrayList<String>();
    switch (kind) {
      case NEED ->
          lines.addAll(List.of("number", "unit", "from", "until", "validUntil", "planLink"));
      case OFFER -> lines.addAll(List.of("number", "unit", "from", "until", "validUntil"));
      case SOLUTION -> lines.addAll(List.of("from", "until"));
      case EVENT -> lines.addAll(List.of("type", "seats", "from", "until", "applyBy"));
      case EXPERT, INSTITUTION -> {}
    }
    lines.addAll(List.of("place", "person", "email", "telephone", "budget", "currency"));
    lines.addAll(List.of("circle-contact", "circle-budget"));
    return List.copyOf(lines);
  }

  /// A form that another page has begun: only its title and description, and only as far as a form
  /// takes them. Nothing is kept until whoever reads it sends it.
  static EntryForm begun(EntryKind kind, String language, String title, String description) {
    var values = new LinkedHashMap<String, String>();
    values.put("title", begun("title", title, LONGEST_TITLE).replace('\n', ' '));
    values.put("description", begun("description", description, LONGEST_BEGUN));
    values.values().removeIf(String::isEmpty);
    return new EntryForm(kind, language, Set.of(), values, Map.of());
  }

  private static String begun(String field, String text, int longest) {
    if (text.length() > longest) {
      throw new Refusal.BadParameter(field);
    }
    return clean(text);
  }

  /// What a browser sent.
  static EntryForm sent(EntryKind kind, String usual, Map<String, List<String>> parameters) {
    var language = first(parameters, "language");
    var main = language.matches(TAG) ? language : usual;
    var others = new TreeSet<String>();
    for (var name : parameters.keySet()) {
      int dot = name.indexOf('.');
      var tag = dot < 0 ? "" : name.substring(dot + 1);
      if (tag.matches(TAG) && !tag.equals(main) && others.size() < MOST_OTHERS) {
        others.add(tag);
      }
    }
    var added = first(parameters, "add");
    if (added.matches(TAG) && !added.equals(main)) {
      others.add(added);
    }
    var values = new LinkedHashMap<String, String>();
    for (var field : texts(kind)) {
      values.put(field, first(parameters, field));
      others.forEach(o -> values.put(field + "." + o, first(parameters, field + "." + o)));
    }
    lines(kind).forEach(field -> values.put(field, first(parameters, field)));
    var ticks = new LinkedHashMap<String, Set<String>>();
    for (var tick : TICKS) {
      var codes = new LinkedHashSet<String>();
      for (var code : parameters.getOrDefault(tick, List.of())) {
        if (code.matches("[A-Za-z0-9._-]{1,40}") && codes.size() < 60) {
          codes.add(code);
        }
      }
      ticks.put(tick, codes);
    }
    return new EntryForm(kind, main, others, values, ticks);
  }

  private static String first(Map<String, List<String>> parameters, String name) {
    var all = parameters.getOrDefault(name, List.of());
    return all.isEmpty() ? "" : clean(all.getFirst());
  }

  /// Line ends as we keep them, and nothing that no database holds.
  private static String clean(String text) {
    return text.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
  }

  /// What is stored, as the form shows it.
  ///
  /// @param spoken the language of the page
  static EntryForm of(Wording wording, String spoken) {
    var kind = wording.kind();
    var said = said(wording);
    var tags = new TreeSet<String>();
    said.values().forEach(text -> tags.addAll(text.byLanguage().keySet()));
    var titled = wording.content().title().byLanguage().keySet();
    var main =
        tags.contains(spoken) || tags.isEmpty()
            ? spoken
            : titled.isEmpty() ? tags.first() : titled.iterator().next();
    tags.remove(main);
    var values = new LinkedHashMap<String, String>();
    for (var field : texts(kind)) {
      var text = said.getOrDefault(field, LocalizedText.EMPTY).byLanguage();
      values.put(field, text.getOrDefault(main, ""));
      tags.forEach(tag -> values.put(field + "." + tag, text.getOrDefault(tag, "")));
    }
    lines(wording, values);
    var ticks = new LinkedHashMap<String, Set<String>>();
    for (var tick : TICKS) {
      var codes = new LinkedHashSet<String>();
      wording.content().classifications().stream()
          .filter(c -> c.scheme().equals(scheme(tick)))
          .forEach(c -> codes.add(c.code()));
      ticks.put(tick, codes);
    }
    return new EntryForm(kind, main, tags, values, ticks);
  }

  private static Map<String, LocalizedText> said(Wording wording) {
    var said = new LinkedHashMap<String, LocalizedText>();
    said.put("title", wording.content().title());
    said.put("description", wording.content().description());
    switch (wording.details()) {
      case Details.Need need -> said.put("plan", need.plan());
      case Details.Offer offer -> said.put("terms", offer.terms());
      case Details.Event event -> said.put("venue", event.venue());
      case Details.Solution solution -> {
        said.put("problem", solution.problem());
        said.put("done", solution.done());
        said.put("result", solution.result());
        said.put("evidence", solution.evidence());
        said.put("conditions", solution.conditions());
      }
      case Details.Expert expert -> {}
      case Details.Institution institution -> {}
    }
    return said;
  }

  private static void lines(Wording wording, Map<String, String> values) {
    var content = wording.content();
    boolean open = wording.kind() == EntryKind.NEED || wording.kind() == EntryKind.OFFER;
    var period = open ? content.planned() : content.actual();
    values.put("from", text(period.start()));
    values.put("until", text(period.end()));
    values.put("validUntil", open ? text(content.actual().end()) : "");
    values.put("place", content.places().stream().findFirst().map(p -> any(p.name())).orElse(""));
    Quantity quantity = wording.details().howMuch().orElse(null);
    values.put("number", quantity == null ? "" : quantity.number().toPlainString());
    values.put("unit", quantity == null ? "" : quantity.unit());
    if (wording.details() instanceof Details.Need need) {
      values.put("planLink", need.planLink() == null ? "" : need.planLink());
    }
    if (wording.details() instanceof Details.Event(var type, var venue, var seats, var applyBy)) {
      values.put("type", text(type));
      values.put("seats", text(seats));
      values.put("applyBy", text(applyBy));
    }
    var told = wording.confidential();
    values.put("person", told.person());
    values.put("email", told.email());
    values.put("telephone", told.telephone());
    ReportedAmount budget = told.budget();
    values.put("budget", budget == null ? "" : budget.value().toPlainString());
    values.put("currency", budget == null ? "" : text(budget.currency()));
    values.put("circle-contact", told.circle(SensitiveField.ENTRY_CONTACT).code());
    values.put("circle-budget", told.circle(SensitiveField.ENTRY_BUDGET).code());
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String any(LocalizedText text) {
    return text.byLanguage().values().stream().findFirst().orElse("");
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  public boolean ticked(String field, String code) {
    return ticks.getOrDefault(field, Set.of()).contains(code);
  }

  /// Whether one of these fields holds something, so that its part of the form opens.
  public boolean filled(String... fields) {
    for (var field : fields) {
      if (!value(field).isEmpty() || !ticks.getOrDefault(field, Set.of()).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
