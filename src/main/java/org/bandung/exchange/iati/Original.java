package org.bandung.exchange.iati;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.bandung.kernel.Note;
import org.bandung.registry.published.Published;
import org.bandung.registry.said.Statement;

/// The activity as its publisher wrote it, where an initiative rests on nothing else and nothing in
/// it is at fault.
final class Original {

  private static final String CHANNEL = "iati";
  private static final int LARGEST = 64 << 20;

  /// What may come before a tag; the standard's order is strict.
  private static final List<String> BEFORE_TAG =
      List.of(
          "iati-identifier",
          "reporting-org",
          "title",
          "description",
          "participating-org",
          "other-identifier",
          "activity-status",
          "activity-date",
          "contact-info",
          "activity-scope",
          "recipient-country",
          "recipient-region",
          "location",
          "sector",
          "tag");

  private final XmlIn in = new XmlIn();

  /// The activity without anything of ours; empty if it is to be put together instead.
  Optional<Xml> of(Published initiative) {
    var only = initiative.statements().size() == 1 ? initiative.statements().getFirst() : null;
    return only == null || !only.source().channel().equals(CHANNEL) || isFaulty(only)
        ? Optional.empty()
        : read(only).filter(xml -> xml.is("", "iati-activity")).map(Original::strip);
  }

  private static boolean isFaulty(Statement statement) {
    return statement.notes().stream()
        .anyMatch(
            n -> n.severity() == Note.Severity.ERROR || n.severity() == Note.Severity.REFUSED);
  }

  private Optional<Xml> read(Statement statement) {
    try (var text =
        new GZIPInputStream(new ByteArrayInputStream(statement.element().compressed()), 1 << 13)) {
      var bytes = text.readNBytes(LARGEST);
      return bytes.length == LARGEST
          ? Optional.empty()
          : in.record(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      return Optional.empty(); // not stored as IATI is
    }
  }

  private static Xml strip(Xml activity) {
    activity.children.removeIf(c -> c instanceof Xml e && isOurs(e));
    return activity;
  }

  private static boolean isOurs(Xml child) {
    return child.uri.equals(Ours.NAMESPACE)
        || (child.is("", "tag") && Ours.isOurs(child.attribute("vocabulary-uri").strip()));
  }

  /// The activity without what is ours, in a root of its own.
  static String withoutOurs(Xml activity) {
    var text = new StringWriter();
    var out = new XmlOut(text);
    var root = Xml.of("iati-activities").with("version", "2.03");
    try {
      out.begin(root);
      out.record(strip(activity));
      out.end(root);
    } catch (IOException e) {
      throw new UncheckedIOException("writing in memory", e);
    }
    return text.toString();
  }

  /// Adds our tags where the standard wants tags, and our block at the end.
  static Xml completed(Xml activity, List<Xml> tags, Xml block) {
    int at = 0;
    for (int i = 0; i < activity.children.size(); i++) {
      if (activity.children.get(i) instanceof Xml e
          && e.uri.isEmpty()
          && BEFORE_TAG.contains(e.local)) {
        at = i + 1;
      }
    }
    activity.children.addAll(at, tags);
    return activity.add(block);
  }
}
