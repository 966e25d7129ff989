package org.bandung.exchange.iati;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bandung.exchange.iati.LossReport.Field;
import org.bandung.exchange.iati.LossReport.Reason;
import org.bandung.exchange.iati.LossReport.Where;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.registry.Derivation;
import org.bandung.registry.published.Published;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Statement;

/// Puts an activity together from what is held of an initiative: this node is its secondary
/// reporter, what IATI demands is there or the activity is not, and nothing is made up but by the
/// rules of docs/iati.md.
final class Composer {

  /// What became of it.
  sealed interface Composed {
    record Activity(Xml activity) implements Composed {}

    record LeftOut(Reason reason) implements Composed {}
  }

  private final Page page;
  private final Publisher publisher;
  private final ComposedMembers members;
  private final ComposedPlaces places;
  private final ComposedMoney money;
  private final ComposedResults results;

  Composer(Page page, Publisher publisher) {
    this.page = page;
    this.publisher = publisher;
    this.members = new ComposedMembers(page);
    this.places = new ComposedPlaces(page);
    this.money = new ComposedMoney(page);
    this.results = new ComposedResults(page);
  }

  Composed of(Published initiative, CountryNames names) {
    var content = initiative.composed();
    var dates = new ComposedDates(page);
    var when = dates.of(content);
    var status = ComposedDates.status(page, content, when);
    var who = members.of(content, names);
    var title = page.narratives().in(Xml.of("title"), content.title());
    if (title.isEmpty()) {
      return new Composed.LeftOut(Reason.NO_TITLE);
    }
    if (!ComposedDates.hasStart(when)) {
      return new Composed.LeftOut(Reason.NO_START);
    }
    if (who.isEmpty()) {
      return new Composed.LeftOut(Reason.NO_PARTICIPANT);
    }
    if (status.isEmpty()) {
      return new Composed.LeftOut(Reason.NO_STATUS);
    }
    var activity = begin(initiative);
    activity.add(title.get()).add(description(content)).add(who).add(identifiers(initiative));
    activity.add(Xml.of("activity-status").with("code", status.get())).add(when);
    activity.add(code(content, "activity-scope", "iati-activity-scope"));
    activity.add(places.of(content)).add(sectors(content));
    activity.add(page.tags().derived(initiative.derivation(), page.loss()));
    activity.add(page.tags().of(content.classifications(), page.loss()));
    activity.add(markers(content)).add(collaboration(content, initiative.derivation()));
    activity.add(code(content, "default-flow-type", "iati-flow-type"));
    activity.add(code(content, "default-finance-type", "iati-finance-type"));
    activity.add(code(content, "default-aid-type", "iati-aid-type"));
    activity.add(code(content, "default-tied-status", "iati-tied-status"));
    activity.add(money.budgets(content)).add(money.planned(content));
    activity.add(money.transactions(content)).add(results.links(content));
    activity.add(related(initiative)).add(results.of(content));
    remark(content, initiative);
    return new Composed.Activity(activity);
  }

  private Xml begin(Published initiative) {
    var activity = Xml.of("iati-activity");
    lastSaid(initiative.statements())
        .filter(i -> !i.atOffset(ZoneOffset.UTC).toLocalDate().isAfter(page.today()))
        .ifPresent(i -> activity.with("last-updated-datetime", i.truncatedTo(ChronoUnit.SECONDS)));
    var humanitarian =
        initiative.composed().classifications().stream()
            .anyMatch(c -> c.scheme().equals("iati-humanitarian"));
    if (humanitarian) {
      activity.with("humanitarian", "1");
    }
    activity.add(Xml.of("iati-identifier").text(publisher.reference() + "-" + initiative.id()));
    return activity.add(reporter(publisher));
  }

  static Xml reporter(Publisher publisher) {
    return Xml.of("reporting-org")
        .with("ref", publisher.reference())
        .with("type", publisher.type())
        .with("secondary-reporter", "1")
        .add(Xml.of("narrative").in("en").text(publisher.name()));
  }

  static Optional<Instant> lastSaid(List<Statement> statements) {
    return statements.stream()
        .map(s -> s.lastUpdated() != null ? s.lastUpdated() : s.generated())
        .filter(Objects::nonNull)
        .max(Instant::compareTo);
  }

  /// Where nothing is described, the title is repeated: the standard demands a text.
  private Xml description(Content content) {
    var text = content.description();
    var own = page.narratives().in(Xml.of("description").with("type", "1"), text);
    if (own.isPresent()) {
      return own.get();
    }
    page.lost(Field.DESCRIPTION, Where.FILLED);
    return Xml.of("description").with("type", "1").add(page.narratives().of(content.title()));
  }

  private List<Xml> identifiers(Published initiative) {
    var all = new ArrayList<Xml>();
    for (var statement : initiative.statements()) {
      all.add(
          Xml.of("other-identifier")
              .with("ref", statement.originalId())
              .with("type", "A9")
              .add(owner(statement)));
    }
    for (var other : initiative.composed().identifiers()) {
      if (!other.value().isBlank()) {
        all.add(Xml.of("other-identifier").with("ref", other.value()).with("type", "A9"));
        page.lost(Field.IDENTIFIER, Where.BLOCK); // of which scheme it is
      }
    }
    return all;
  }

  private Xml owner(Statement statement) {
    var publisher = statement.source().publisher();
    var owner = Xml.of("owner-org");
    if (IatiCodes.isReference(publisher) && statement.source().channel().equals("iati")) {
      owner.with("ref", publisher);
    }
    var names = page.narratives().of(statement.source().name());
    return names.isEmpty() && owner.attributes.isEmpty()
        ? owner.add(Xml.of("narrative").in("en").text(statement.source().key()))
        : owner.add(names);
  }

  private List<Xml> code(Content content, String element, String scheme) {
    for (var c : content.classifications()) {
      if (c.scheme().equals(scheme) && page.codes().of(scheme, c.code()) != null) {
        return List.of(Xml.of(element).with("code", c.code()));
      }
    }
    return List.of();
  }

  /// Purpose codes, else groups of them; where there are none, the code that says so: the standard
  /// demands a sector.
  private List<Xml> sectors(Content content) {
    var purposes = sectors(content, "1", true);
    var sectors = purposes.isEmpty() ? sectors(content, "2", false) : purposes;
    if (!sectors.isEmpty()) {
      return sectors;
    }
    page.lost(Field.SECTOR, Where.FILLED);
    return List.of(Xml.of("sector").with("vocabulary", "1").with("code", "99810"));
  }

  private List<Xml> sectors(Content content, String vocabulary, boolean purposes) {
    var codes = page.codes();
    var shared =
        new Shared(
            content.classifications().stream()
                .filter(c -> c.scheme().equals("dac-sector"))
                .filter(c -> purposes ? codes.isSector(c.code()) : codes.isSectorGroup(c.code()))
                .toList(),
            page);
    return shared.elements(c -> Xml.of("sector").with("vocabulary", vocabulary).with("code", c));
  }

  private List<Xml> markers(Content content) {
    var markers = new ArrayList<Xml>();
    var prefix = "iati-policy-marker-significance/";
    for (var c : content.classifications()) {
      var code = c.scheme().startsWith(prefix) ? c.scheme().substring(prefix.length()) : "";
      if (page.codes().of("iati-policy-marker", code) != null && c.code().matches("[0-4]")) {
        markers.add(
            Xml.of("policy-marker")
                .with("vocabulary", "1")
                .with("code", code)
                .with("significance", c.code()));
      }
    }
    return markers;
  }

  /// As declared; where nothing is declared and the derivation says triangular, code 8.
  private List<Xml> collaboration(Content content, Derivation derivation) {
    var declared = code(content, "collaboration-type", "iati-collaboration-type");
    return declared.isEmpty() && derivation.modality().equals("triangular")
        ? List.of(Xml.of("collaboration-type").with("code", "8"))
        : declared;
  }

  /// What is declared to be tied, and the activities of publishers that this one repeats.
  private List<Xml> related(Published initiative) {
    var all = new ArrayList<Xml>();
    for (var relation : initiative.composed().relations()) {
      var type = page.codes().of("iati-related-activity-type", relation.type());
      if (type != null && !relation.originalId().isBlank()) {
        all.add(Xml.of("related-activity").with("ref", relation.originalId()).with("type", type));
      } else {
        page.lost(Field.RELATION, Where.BLOCK);
      }
    }
    for (var statement : initiative.statements()) {
      if (statement.source().channel().equals("iati")) {
        all.add(Xml.of("related-activity").with("ref", statement.originalId()).with("type", "5"));
      }
    }
    return all;
  }

  private void remark(Content content, Published initiative) {
    if (content.kind() != null) {
      page.lost(Field.KIND, Where.BLOCK);
    }
    if (!content.milestones().isEmpty()) {
      page.lost(Field.MILESTONE, Where.BLOCK);
    }
    if (!content.signals().isEmpty()) {
      page.lost(Field.SIGNAL, Where.BLOCK);
    }
    if (initiative.statements().size() > 1) {
      page.lost(Field.STATEMENTS, Where.BLOCK);
    }
    if (initiative.statements().stream().anyMatch(s -> s.source().channel().equals("iati"))) {
      page.lost(Field.ORIGINAL_ELEMENT, Where.NOWHERE);
    }
  }

  /// What a country is called.
  interface CountryNames {
    LocalizedText of(CountryCode country);
  }
}
