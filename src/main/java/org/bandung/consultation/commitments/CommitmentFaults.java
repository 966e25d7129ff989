package org.bandung.consultation.commitments;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.bandung.access.Body;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.StableId;

/// What cannot be taken as it is, by the name of the field.
final class CommitmentFaults {

  private static final int LONGEST = 10_000;
  private static final int SHORT = 300;
  private static final int LINK = 500;
  private static final int MOST = 50;

  private CommitmentFaults() {}

  static List<String> of(Commitment.Content c, Body body) {
    var faults = new ArrayList<String>();
    if (c.text().isEmpty() || !fits(c.text())) {
      faults.add("text");
    }
    boolean hasMaker =
        switch (c.maker()) {
          case BODY -> true;
          case COUNTRY -> body.country() != null;
          case GROUPING -> body.grouping() != null;
        };
    if (!hasMaker) {
      faults.add("maker");
    }
    if (c.forum().isBlank() || c.forum().length() > SHORT || !storable(c.forum())) {
      faults.add("forum");
    }
    if (c.conference().length() > SHORT || !storable(c.conference())) {
      faults.add("conference");
    }
    if (c.initiatives().size() > MOST
        || !c.initiatives().stream().allMatch(StableId::isWellFormed)) {
      faults.add("initiatives");
    }
    return faults;
  }

  static List<String> of(Commitment.Report r) {
    var faults = new ArrayList<String>();
    if (!fits(r.text())) {
      faults.add("text");
    }
    if (!r.link().isEmpty() && !leadsSomewhere(r.link())) {
      faults.add("link");
    }
    return faults;
  }

  private static boolean leadsSomewhere(String link) {
    try {
      var scheme = URI.create(link).getScheme();
      return link.length() <= LINK && ("https".equals(scheme) || "http".equals(scheme));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean fits(LocalizedText text) {
    return text.byLanguage().entrySet().stream()
        .allMatch(e ->
            e.getKey().matches("[a-z]{2,3}")
                && !e.getValue().isBlank()
                && e.getValue().length() <= LONGEST
                && storable(e.getValue()));
  }

  private static boolean storable(String text) {
    return text.codePoints()
        .noneMatch(c ->
            c < ' ' && c != '\n' && c != '\r' && c != '\t'
                || Character.getType(c) == Character.SURROGATE);
  }
}
