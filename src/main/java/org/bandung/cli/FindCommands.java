package org.bandung.cli;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.concepts.Concepts;
import org.bandung.finder.Finder;
import org.bandung.finder.Proposal;
import org.bandung.finder.Reasons;
import org.bandung.finder.Wish;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Reader;
import org.bandung.reference.Reference;
import org.bandung.registry.Facet;
import org.bandung.search.Search;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Commands that search: `find`, `reindex`.
final class FindCommands {

  private FindCommands() {}

  /// `find`: partner countries for a need, with the reasons.
  @Command(name = "find")
  static final class Find implements Runnable {

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "WORDS", descriptionKey = "find.words")
    List<String> words = List.of();

    @Option(names = "--for", paramLabel = "COUNTRY", descriptionKey = "option.for")
    @Nullable String asking;

    @Option(names = "--sector", paramLabel = "CODE", split = ",", descriptionKey = "option.sectors")
    List<String> sectors = List.of();

    @Option(names = "--sdg", paramLabel = "CODE", split = ",", descriptionKey = "option.sdgs")
    List<String> sdgs = List.of();

    @Option(
        names = "--language",
        paramLabel = "CODE",
        split = ",",
        descriptionKey = "option.partner-languages")
    List<String> languages = List.of();

    @Option(names = "--form", paramLabel = "CODE", split = ",", descriptionKey = "option.forms")
    List<String> forms = List.of();

    @Option(names = "--since", paramLabel = "YEAR", descriptionKey = "option.since")
    @Nullable Integer since;

    @Option(names = "--in-return", paramLabel = "WORDS", descriptionKey = "option.in-return")
    String inReturn = "";

    @Option(names = "--must", paramLabel = "WORD", split = ",", descriptionKey = "option.must")
    List<String> must = List.of();

    @Option(
        names = "--without",
        paramLabel = "COUNTRY",
        split = ",",
        descriptionKey = "option.without")
    List<String> without = List.of();

    @Option(names = "--exclude", paramLabel = "ID", split = ",", descriptionKey = "option.exclude")
    List<String> exclude = List.of();

    @Option(names = "--weight", paramLabel = "TERM=FACTOR", descriptionKey = "option.weight")
    Map<String, Double> weights = Map.of();

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "option.partners")
    int limit = 10;

    @Option(names = "--json", descriptionKey = "option.json")
    boolean json;

    private final Rooms rooms;
    private final Talk talk;

    Find(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public void run() {
      var reference = rooms.open(Reference.class);
      var wish = wish(new Asked(reference, talk, spec));
      if (!rooms.open(Search.class).catchUp()) {
        talk.say("find.index-unready");
      }
      var proposal = rooms.open(Finder.class).partnersFor(Reader.OPERATOR, wish);
      if (json) {
        Json.array(talk, proposal.partners().stream().map(p -> PartnerJson.of(p, talk)).iterator());
      } else {
        print(proposal, reference);
      }
    }

    private Wish wish(Asked asked) {
      var musts =
          must.stream()
              .map(m ->
                  asked.oneOf(Arrays.stream(Wish.Must.values()).map(Wish.Must::code).toList(), m))
              .flatMap(Optional::stream)
              .flatMap(m -> Wish.Must.ofCode(m).stream())
              .collect(Collectors.toSet());
      return new Wish(
          String.join(" ", words),
          talk.language(),
          asking == null ? Set.of() : askingSide(asked, asking),
          Set.of(),
          new HashSet<>(sectors),
          new HashSet<>(sdgs),
          new Wish.Limits(
              new HashSet<>(languages),
              forms.stream()
                  .flatMap(f -> asked.code(Facet.FORM, f).stream())
                  .collect(Collectors.toSet()),
              Optional.ofNullable(since)),
          musts,
          without.stream().flatMap(c -> asked.country(c).stream()).collect(Collectors.toSet()),
          new HashSet<>(exclude),
          inReturn,
          weights,
          limit);
    }

    /// A country by its code or name, or a grouping by its code.
    private Set<CountryCode> askingSide(Asked asked, String given) {
      var side = rooms.open(Finder.class).asking(given);
      return side.isEmpty() ? asked.country(given).map(Set::of).orElseGet(Set::of) : side;
    }

    private void print(Proposal proposal, Reference reference) {
      var concepts = rooms.open(Concepts.class);
      talk.say(
          "find.understood",
          proposal.topics().stream()
              .flatMap(t -> concepts.find(t).stream())
              .map(c -> c.label(talk.language()))
              .collect(Collectors.joining(", ")));
      if (proposal.partners().isEmpty()) {
        talk.say("find.nobody");
        return;
      }
      var table =
          new Table(
              List.of(
                  talk.words("find.country"),
                  talk.words("find.records"),
                  talk.words("find.reasons")));
      for (var partner : proposal.partners()) {
        table.row(
            List.of(
                reference.countryName(partner.country(), talk.language())
                    + (partner.weak() ? " " + talk.words("find.weak") : ""),
                String.valueOf(partner.evidence().size()),
                partner.reasons().stream()
                    .map(r -> Reasons.text(r, talk.language()))
                    .collect(Collectors.joining("; "))));
      }
      table.print(talk);
    }
  }

  /// A partner as JSON.
  record PartnerJson(
      String country,
      double score,
      boolean weak,
      List<ReasonJson> reasons,
      List<String> evidence,
      List<String> participation,
      List<EntryJson> entries,
      List<String> institutions,
      @Nullable String agency) {

    static PartnerJson of(Proposal.Partner partner, Talk talk) {
      return new PartnerJson(
          partner.country().alpha3(),
          partner.score(),
          partner.weak(),
          partner.reasons().stream()
              .map(
                  r -> new ReasonJson(r.term().code(), r.value(), Reasons.text(r, talk.language())))
              .toList(),
          partner.evidence(),
          partner.participation(),
          partner.entries().stream().map(e -> new EntryJson(e.kind().code(), e.id())).toList(),
          partner.institutions().stream().map(i -> i.organisation().id()).toList(),
          partner.agency().map(o -> o.id()).orElse(null));
    }
  }

  /// An entry of the catalogue as JSON.
  record EntryJson(String kind, String id) {}

  /// A reason as JSON.
  record ReasonJson(String term, double value, String text) {}

  /// `reindex`: makes the text index anew.
  @Command(name = "reindex")
  static final class Reindex implements Runnable {

    private final Rooms rooms;
    private final Talk talk;

    Reindex(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public void run() {
      long count = rooms.open(Search.class).rebuild();
      if (count < 0) {
        throw new Rooms.CannotStart("index-held", List.of(), new IllegalStateException("held"));
      }
      talk.say("reindex.done", count);
    }
  }
}
