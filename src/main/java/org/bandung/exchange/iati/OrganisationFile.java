package org.bandung.exchange.iati;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.bandung.kernel.LocalizedText;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant.OrganisationMention;

/// A file of organisations: each under its identifier, by the name of its first mention in the
/// order of the initiatives. No budgets: nobody states here what an organisation as a whole will
/// spend.
final class OrganisationFile {

  private final XmlOut out;
  private final Publisher publisher;
  private final Narratives narratives;
  private final Map<String, OrganisationMention> known = new TreeMap<>();

  OrganisationFile(Writer to, Publisher publisher, UnaryOperator<String> guess) {
    this.out = new XmlOut(to);
    this.publisher = publisher;
    this.narratives = new Narratives(guess, new LossReport.Tally());
  }

  void mention(Content content) {
    for (var participant : content.participants()) {
      var mentioned = participant.organisation();
      if (mentioned != null
          && mentioned.reference() != null
          && IatiCodes.isReference(mentioned.reference())
          && !isBlank(mentioned.name())) {
        known.putIfAbsent(mentioned.reference().toUpperCase(Locale.ROOT), mentioned);
      }
    }
  }

  private static boolean isBlank(LocalizedText name) {
    return name.byLanguage().values().stream().allMatch(String::isBlank);
  }

  int write() throws IOException {
    var root = Xml.of("iati-organisations").with("version", "2.03");
    out.begin(root);
    for (var mentioned : known.values()) {
      out.record(
          Xml.of("iati-organisation")
              .add(Xml.of("organisation-identifier").text(String.valueOf(mentioned.reference())))
              .add(Xml.of("name").add(narratives.of(mentioned.name())))
              .add(Composer.reporter(publisher)));
    }
    out.end(root);
    return known.size();
  }
}
