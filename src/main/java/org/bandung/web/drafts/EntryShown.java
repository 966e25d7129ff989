package org.bandung.web.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bandung.kernel.PartialDate;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

/// What an entry says, field by field, for whoever reads it before it is public.
final class EntryShown {

  private EntryShown() {}

  /// A field with what stands in it.
  ///
  /// @param field its name in the form
  /// @param lang of the text, where it is not that of the page
  /// @param hidden whether it is never published
  record Row(String field, String value, @Nullable String lang, boolean hidden) {}

  static List<Row> rows(EntryForm form, Words words) {
    var rows = new ArrayList<Row>();
    for (var field : EntryForm.texts(form.kind())) {
      text(rows, field, form.value(field), form.language(), words);
      form.others()
          .forEach(other -> text(rows, field, form.value(field + "." + other), other, words));
    }
    for (var tick : EntryForm.TICKS) {
      var codes = form.ticks().getOrDefault(tick, java.util.Set.of());
      line(
          rows,
          tick,
          codes.stream()
              .map(c -> EntryChoices.name(tick, c, words))
              .collect(Collectors.joining(words.text("list.semicolon") + " ")));
    }
    for (var field : EntryForm.lines(form.kind())) {
      line(rows, field, shown(field, form, words));
    }
    return rows;
  }

  /// Where two wordings differ, what the other says.
  static List<Row> differences(EntryForm mine, EntryForm theirs, Words words) {
    var own = rows(mine, words);
    return rows(theirs, words).stream().filter(r -> !own.contains(r)).toList();
  }

  private static void text(
      List<Row> rows, String field, String text, String language, Words words) {
    if (!text.isEmpty()) {
      rows.add(new Row(field, text, language.equals(words.language()) ? null : language, false));
    }
  }

  private static void line(List<Row> rows, String field, String value) {
    if (!value.isEmpty()) {
      rows.add(new Row(field, value, null, hidden(field)));
    }
  }

  static boolean hidden(String field) {
    return List.of("person", "email", "telephone", "budget").contains(field);
  }

  private static String shown(String field, EntryForm form, Words words) {
    var value = form.value(field);
    if (value.isEmpty()) {
      return "";
    }
    return switch (field) {
      case "number" -> value + " " + words.label("unit-of-quantity", form.value("unit"));
      case "unit", "currency" -> "";
      case "budget" -> value + " " + form.value("currency");
      case "circle-contact" ->
          form.filled("person", "email", "telephone") ? words.text("circle." + value) : "";
      case "circle-budget" -> form.filled("budget") ? words.text("circle." + value) : "";
      case "type" -> words.label("event-type", value);
      case "from", "until", "validUntil", "applyBy" ->
          PartialDate.parse(value).map(words::date).orElse(value);
      default -> Objects.requireNonNull(value);
    };
  }
}
