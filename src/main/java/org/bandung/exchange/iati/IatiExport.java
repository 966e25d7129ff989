package org.bandung.exchange.iati;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bandung.concepts.Concepts;
import org.bandung.exchange.IatiSettings;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.reference.Reference;
import org.bandung.registry.published.Publications;
import org.bandung.registry.published.Selection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// Writes what is public as IATI 2.03, as a stream: memory does not grow with the file.
@Service
public class IatiExport {

  private static final int AT_ONCE = 200;

  private final Publications publications;
  private final Reference reference;
  private final Concepts concepts;
  private final Publisher publisher;
  private final Clock clock;

  @Autowired
  public IatiExport(
      Publications publications, Reference reference, Concepts concepts, IatiSettings settings) {
    this(publications, reference, concepts, settings.publisher(), Clock.systemUTC());
  }

  IatiExport(
      Publications publications,
      Reference reference,
      Concepts concepts,
      Publisher publisher,
      Clock clock) {
    this.publications = publications;
    this.reference = reference;
    this.concepts = concepts;
    this.publisher = publisher;
    this.clock = clock;
  }

  /// Writes the initiatives that are meant, in the order of their ids.
  ///
  /// @return what the file does not say
  public LossReport activities(Selection selection, OutputStream to) throws IOException {
    return whole(
        to,
        file -> {
          for (var ids = publications.idsAfter(selection, "", AT_ONCE);
              !ids.isEmpty();
              ids = publications.idsAfter(selection, ids.getLast(), AT_ONCE)) {
            for (var initiative : publications.read(ids, Writable::of)) {
              file.write(initiative);
            }
          }
        });
  }

  /// Writes one public initiative as a file of its own.
  ///
  /// @return what the file does not say; empty if there is no such initiative, and then nothing was
  ///   written
  public Optional<LossReport> activity(String id, OutputStream to) throws IOException {
    var found = publications.read(List.of(id), Writable::of);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(whole(to, file -> file.write(found.getFirst())));
  }

  private interface Filling {
    void fill(ActivityFile file) throws IOException;
  }

  /// The root says when anything in the file was last changed, which is known when all is written.
  private LossReport whole(OutputStream to, Filling filling) throws IOException {
    try (var spool = new Spool()) {
      var file = file(spool.writer());
      filling.fill(file);
      var out = writer(to);
      var around = new XmlOut(out);
      around.begin(file.root());
      out.flush();
      spool.transferTo(to);
      around.end(file.root());
      out.flush();
      return file.report();
    }
  }

  /// Writes the organisations that take part in what is public and have an identifier and a name.
  ///
  /// @return how many
  public int organisations(OutputStream to) throws IOException {
    var out = writer(to);
    var file = new OrganisationFile(out, publisher, text -> concepts.identify(text, "en"));
    for (var ids = publications.idsAfter(Selection.ALL, "", AT_ONCE);
        !ids.isEmpty();
        ids = publications.idsAfter(Selection.ALL, ids.getLast(), AT_ONCE)) {
      publications
          .read(ids, Writable::of)
          .forEach(initiative -> file.mention(initiative.composed()));
    }
    int count = file.write();
    out.flush();
    return count;
  }

  private static Writer writer(OutputStream to) {
    return new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), 1 << 16);
  }

  private ActivityFile file(Writer out) {
    var loss = new LossReport.Tally();
    var page =
        new Page(
            new IatiCodes(new KnownHere(reference)),
            new Narratives(text -> concepts.identify(text, "en"), loss),
            new Tags(this::label),
            loss,
            LocalDate.now(clock));
    return new ActivityFile(out, page, publisher, this::countryName);
  }

  private LocalizedText label(String scheme, String code) {
    var known =
        reference.findScheme(scheme).filter(s -> s.categories().containsKey(code)).isPresent();
    return known
        ? LocalizedText.of("en", reference.label(scheme, code, "en"))
        : LocalizedText.EMPTY;
  }

  private LocalizedText countryName(CountryCode code) {
    var names = new TreeMap<String, String>();
    Messages.LANGUAGES.forEach(l -> names.put(l, reference.countryName(code, l)));
    return new LocalizedText(names);
  }

  /// What this node knows of the lists of IATI.
  private record KnownHere(Reference reference) implements IatiCodes.Known {

    private static final java.util.Set<String> COUNTRIES = countries();

    private static java.util.Set<String> countries() {
      var codes = new java.util.HashSet<>(List.of(java.util.Locale.getISOCountries()));
      codes.add("XK"); // IATI's code for Kosovo
      return codes;
    }

    @Override
    public Optional<String> country(CountryCode code) {
      // A code that ISO 3166-1 leaves to users is an invented country of a test world, or a node's
      // own; IATI's list has neither, but then such a node knows what it does.
      return reference
          .findCountry(code)
          .map(c -> c.alpha2())
          .filter(a -> COUNTRIES.contains(a) || a.matches("Q[M-Z]"));
    }

    @Override
    public boolean has(String scheme, String code) {
      return reference
          .findScheme(scheme)
          .filter(s -> s.categories().containsKey(code))
          .filter(s -> !code.equals("joint-venture")) // ours, not of IATI's list of organisations
          .isPresent();
    }
  }
}
