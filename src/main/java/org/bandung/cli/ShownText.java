package org.bandung.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bandung.catalogue.EntryView;
import org.bandung.cli.ShowCommand.Shown;
import org.bandung.cli.talk.Talk;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.parties.Organisation;
import org.bandung.reference.Country;
import org.bandung.reference.Grouping;
import org.bandung.reference.Membership;
import org.bandung.reference.Reference;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.SourceView;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;

/// What `show` says to people: one fact a line, the most telling first.
record ShownText(Reference reference, Talk talk) {

  /// JSON of a country with everything that is dated.
  record CountryFacts(
      Country country,
      List<Membership> status,
      List<Membership> categories,
      List<Membership> memberships) {}

  /// JSON of a grouping with all its dated members.
  record GroupingFacts(Grouping grouping, List<Membership> members) {}

  private Rendering rendering() {
    return new Rendering(reference, talk.language());
  }

  Shown country(Country country) {
    var facts =
        new CountryFacts(
            country,
            reference.statusHistory(country.code()),
            reference.categories(country.code()),
            reference.membershipsOf(country.code()));
    var lines = new ArrayList<String>();
    lines.add(country.code() + "  " + reference.countryName(country.code(), talk.language()));
    facts.status().forEach(m -> lines.add(dated(m, m.grouping() + ": " + m.status())));
    facts.categories().forEach(m -> lines.add(dated(m, m.grouping())));
    facts.memberships().forEach(m -> lines.add(dated(m, m.grouping() + ": " + m.status())));
    return new Shown(facts, lines);
  }

  private static String dated(Membership m, String what) {
    var today = LocalDate.now(ZoneOffset.UTC);
    return (m.holdsOn(today) ? "* " : "  ")
        + what
        + "  "
        + m.from().map(PartialDate::toString).orElse("")
        + "–"
        + m.to().map(PartialDate::toString).orElse("")
        + (m.certainty().equals("confirmed") ? "" : "  (" + m.certainty() + ")");
  }

  Shown grouping(Grouping grouping) {
    var facts = new GroupingFacts(grouping, reference.membersOf(grouping.code()));
    var lines = new ArrayList<String>();
    lines.add(grouping.code() + "  " + rendering().text(grouping.name()));
    lines.add(grouping.kind());
    facts
        .members()
        .forEach(m ->
            lines.add(
                dated(
                    m,
                    m.country()
                        + " "
                        + reference.countryName(m.country(), talk.language())
                        + ": "
                        + m.status())));
    return new Shown(facts, lines);
  }

  Shown source(SourceView source) {
    return new Shown(
        rendering().source(source),
        List.of(
            source.key() + "  " + rendering().text(source.name()),
            talk.words("status.statements") + ": " + source.statements(),
            talk.words("status.withdrawn") + ": " + source.withdrawn()));
  }

  Shown organisation(Organisation organisation) {
    var lines = new ArrayList<String>();
    lines.add(organisation.id() + "  " + rendering().text(organisation.name()));
    lines.add(organisation.kind());
    organisation
        .country()
        .ifPresent(c -> lines.add(c + "  " + reference.countryName(c, talk.language())));
    organisation.references().forEach(lines::add);
    organisation.website().ifPresent(lines::add);
    return new Shown(rendering().organisation(organisation), lines);
  }

  Shown initiative(InitiativeView view) {
    var lines = new ArrayList<String>();
    var content = view.composed();
    lines.add(view.id() + "  " + rendering().text(content.title()));
    lines.add(
        reference.label("modality", view.derivation().modality(), talk.language())
            + "  ("
            + talk.words("show.rule", view.derivation().rule())
            + ")");
    lines.add(period(content));
    content.participants().forEach(p -> lines.add(participant(p)));
    view.derivation().missing().forEach(m -> lines.add(talk.words("show.missing", m)));
    view.statements()
        .forEach(s ->
            lines.add(
                talk.words(
                        "show.statement",
                        s.key(),
                        Rendering.word(s.speaker()),
                        s.versions(),
                        s.notes().size())
                    + withdrawn(s)));
    return new Shown(view, lines);
  }

  private String withdrawn(InitiativeView.StatementView statement) {
    return statement
        .withdrawn()
        .map(at -> "  " + talk.words("show.withdrawn") + " " + at.toString().substring(0, 10))
        .orElse("");
  }

  private static String period(Content content) {
    return Rendering.dates(
        content.actual().equals(Period.UNKNOWN) ? content.planned() : content.actual());
  }

  Shown entry(EntryView view) {
    var lines = new ArrayList<String>();
    lines.add(view.id() + "  " + rendering().text(view.content().title()));
    lines.add(
        reference.label("entry-kind", view.kind().code(), talk.language())
            + "  "
            + Rendering.dates(view.content().actual()));
    view.content().participants().forEach(p -> lines.add(participant(p)));
    view.texts().values().stream()
        .map(rendering()::text)
        .filter(t -> !t.isEmpty())
        .forEach(lines::add);
    lines.add(view.sourceKey());
    return new Shown(view, lines);
  }

  private String participant(Participant p) {
    var role = reference.label("participant-role", p.role().code(), talk.language());
    var country = p.country();
    var organisation = p.organisation();
    return "  "
        + role
        + ": "
        + (organisation == null ? "" : rendering().text(organisation.name()) + " ")
        + (country == null ? "" : country + " " + reference.countryName(country, talk.language()));
  }
}
