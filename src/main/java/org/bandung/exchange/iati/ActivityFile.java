package org.bandung.exchange.iati;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bandung.exchange.iati.Composer.Composed;
import org.bandung.exchange.iati.LossReport.Field;
import org.bandung.exchange.iati.LossReport.Form;
import org.bandung.exchange.iati.LossReport.Reason;
import org.bandung.exchange.iati.LossReport.Where;
import org.bandung.registry.published.Published;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;

/// A file of activities while it is written: one initiative after the other, none of which it
/// keeps. The same initiatives in the same order make the same bytes.
final class ActivityFile {

  private final XmlOut out;
  private final Page page;
  private final Composer composer;
  private final Composer.CountryNames names;
  private final Original originals = new Original();
  private @Nullable Instant lastSaid;

  /// @param to where the activities go, without the root around them
  ActivityFile(Writer to, Page page, Publisher publisher, Composer.CountryNames names) {
    this.out = new XmlOut(to);
    this.page = page;
    this.composer = new Composer(page, publisher);
    this.names = names;
  }

  /// The root that belongs around what was written: it says when its source last changed anything
  /// of it, so that the same facts make the same file whenever it is written.
  Xml root() {
    var root = Xml.of("iati-activities").with("version", "2.03");
    return lastSaid == null
        ? root
        : root.with("generated-datetime", lastSaid.truncatedTo(ChronoUnit.SECONDS));
  }

  void write(Published initiative) throws IOException {
    if (!initiative.statements().stream().allMatch(ActivityFile::isWritable)) {
      page.loss().leftOut(initiative.id(), Reason.UNWRITABLE_ID);
      return;
    }
    var original = originals.of(initiative);
    if (original.isPresent()) {
      var tags = page.tags().derived(initiative.derivation(), page.loss());
      page.lost(Field.COUNTRY_ROLE, Where.BLOCK);
      out.record(Original.completed(original.get(), tags, Block.of(initiative, true)));
      written(initiative, Form.ORIGINAL);
      return;
    }
    switch (composer.of(initiative, names)) {
      case Composed.Activity(var activity) -> {
        out.record(activity.add(Block.of(initiative, false)));
        written(initiative, Form.COMPOSED);
      }
      case Composed.LeftOut(var reason) -> page.loss().leftOut(initiative.id(), reason);
    }
  }

  /// The id of the initiative follows from these, so they must come back as they are.
  private static boolean isWritable(Statement statement) {
    return XmlOut.survives(statement.originalId())
        && XmlOut.survives(statement.source().key())
        && !statement.originalId().isBlank();
  }

  private void written(Published initiative, Form form) {
    page.loss().written(form);
    var said = Composer.lastSaid(initiative.statements()).orElse(Instant.MIN);
    lastSaid = lastSaid == null || said.isAfter(lastSaid) ? said : lastSaid;
    lastSaid = lastSaid.equals(Instant.MIN) ? null : lastSaid;
  }

  LossReport report() {
    return page.loss().report();
  }
}
