package org.bandung.web.accords;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bandung.consultation.commitments.Commitment;
import org.bandung.consultation.commitments.Commitment.Content;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/// What is typed into the form, and what it means.
final class CommitmentForm {

  private static final int LANGUAGES = 3;

  private CommitmentForm() {}

  static Map<String, String> of(Commitment c) {
    var said = new TreeMap<String, String>();
    var content = c.content();
    int n = 0;
    for (var e : content.text().byLanguage().entrySet()) {
      said.put("lang." + n, e.getKey());
      said.put("text." + n, e.getValue());
      n++;
    }
    said.put("body", c.owner());
    said.put("maker", content.maker().code());
    said.put("forum", content.forum());
    said.put("conference", content.conference());
    said.put("made", text(content.made()));
    said.put("due", text(content.due()));
    said.put("initiatives", String.join("\n", content.initiatives()));
    said.put("version", String.valueOf(c.version()));
    return said;
  }

  private static String text(@Nullable PartialDate date) {
    return date == null ? "" : date.toString();
  }

  static int version(Map<String, String> said) {
    var version = said.getOrDefault("version", "");
    return version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0;
  }

  /// Dates that mean none.
  static List<String> faults(Map<String, String> said) {
    var faults = new ArrayList<String>();
    for (var field : List.of("made", "due")) {
      var typed = said.getOrDefault(field, "").strip();
      if (!typed.isEmpty() && PartialDate.parse(typed).isEmpty()) {
        faults.add(field);
      }
    }
    return faults;
  }

  static Optional<Content> read(Map<String, String> said) {
    if (!faults(said).isEmpty()) {
      return Optional.empty();
    }
    Function<String, String> of = field -> said.getOrDefault(field, "").strip();
    var texts = new TreeMap<String, String>();
    for (int i = 0; i < LANGUAGES; i++) {
      if (!of.apply("text." + i).isEmpty()) {
        texts.put(of.apply("lang." + i), of.apply("text." + i).replace("\r\n", "\n"));
      }
    }
    var maker =
        Arrays.stream(Commitment.Maker.values())
            .filter(m -> m.code().equals(of.apply("maker")))
            .findFirst()
            .orElse(Commitment.Maker.BODY);
    var initiatives =
        Arrays.stream(of.apply("initiatives").split("[\\s,]+"))
            .map(s -> s.substring(s.lastIndexOf('/') + 1))
            .filter(s -> !s.isEmpty())
            .distinct()
            .toList();
    return Optional.of(
        new Content(
            new LocalizedText(texts),
            maker,
            of.apply("forum"),
            of.apply("conference"),
            PartialDate.parse(of.apply("made")).orElse(null),
            PartialDate.parse(of.apply("due")).orElse(null),
            initiatives));
  }
}
