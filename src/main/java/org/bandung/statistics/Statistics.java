package org.bandung.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bandung.kernel.Once;
import org.bandung.kernel.Reader;
import org.bandung.reference.Reference;
import org.bandung.reference.money.Deflator;
import org.bandung.registry.Registry;
import org.bandung.registry.SourceView;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Counted;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Figures;
import org.bandung.statistics.counting.Question;
import org.bandung.statistics.doubts.UnsurePair;
import org.bandung.statistics.facts.FactKeeper;
import org.bandung.statistics.facts.Reckoned;
import org.bandung.statistics.indicators.Claim;
import org.bandung.statistics.indicators.ClaimCatalogue;
import org.bandung.statistics.indicators.IndicatorCatalogue;
import org.bandung.statistics.indicators.Indicators;
import org.bandung.statistics.reports.ReportCatalogue;
import org.springframework.stereotype.Service;

/// The one entrance to figures over public initiatives.
@Service
public class Statistics {

  private final Figures figures;
  private final FactKeeper facts;
  private final QuestionText text;
  private final Reference reference;
  private final Registry registry;
  private final Once<ReportCatalogue> reports = Once.of(ReportCatalogue::shipped);
  private final Once<List<Claim>> claims = Once.of(ClaimCatalogue::shipped);
  private final Once<Indicators> indicators =
      Once.of(() -> new Indicators(IndicatorCatalogue.shipped(), text(), this::ask));

  Statistics(Figures figures, FactKeeper facts, Reference reference, Registry registry) {
    this.figures = figures;
    this.facts = facts;
    this.text = new QuestionText(reference);
    this.reference = reference;
    this.registry = registry;
  }

  /// What measures, dimensions and codes are called in a language.
  public FigureNames names(String language) {
    return new FigureNames(
        language,
        reference,
        () ->
            registry.listSources(Reader.PUBLIC).stream()
                .collect(Collectors.toMap(SourceView::key, SourceView::name)));
  }

  /// The reports that bodies ask for.
  public ReportCatalogue reports() {
    return reports.get();
  }

  /// The indicators of the catalogue, and what they come to.
  public Indicators indicators() {
    return indicators.get();
  }

  /// Figures that others published, to be set beside those of here.
  public List<Claim> claims() {
    return claims.get();
  }

  /// What parameters ask.
  public QuestionText text() {
    return text;
  }

  /// The figures that answer a question; empty if the table would have too many cells.
  public Optional<Answer> ask(Question question) {
    return figures.answer(question);
  }

  /// The initiatives behind the total of a question: their ids, in an order that stays.
  public List<String> records(Question question) {
    return figures.records(question);
  }

  /// The contributions that the total of a question is the sum of; none where initiatives are
  /// counted.
  public List<Counted> contributions(Question question) {
    return question.measure().kinds().isEmpty() ? List.of() : figures.contributions(question);
  }

  /// The pairs that may be one, so that what is asked lies between two bounds.
  public List<UnsurePair> unsure(Question question) {
    return figures.unsure(question);
  }

  /// The index by which a question in constant prices is answered; empty if none is known here.
  public Optional<Deflator> deflator(Question question) {
    return figures.deflator(question);
  }

  /// The country with the largest part in what is asked; empty if no country has any.
  public Optional<String> largest(Question question) {
    var byCountry =
        question
            .byOnly(Dimension.COUNTRY)
            .of(
                new Question.Scope(
                    question.scope().southSouth(),
                    question.scope().compilations(),
                    Optional.empty()));
    return ask(byCountry).stream()
        .flatMap(answer ->
            answer.rows().stream()
                .filter(code -> !code.isEmpty() && answer.at(code).reported())
                .max(
                    Comparator.comparingLong((String code) -> answer.at(code).value())
                        .thenComparing(Comparator.reverseOrder()))
                .stream())
        .findFirst();
  }

  /// The public ones among these initiatives, told and counted, by id: for whoever calculates
  /// elsewhere.
  public List<Reckoned> reckoned(List<String> ids) {
    return facts.reckoned(ids);
  }

  /// Whether the figures rest on all that is public by now, as far as this process can tell.
  public boolean ready() {
    return facts.made();
  }

  /// Brings the figures up to what is public now; a server does so by itself.
  public void catchUp() {
    facts.catchUp();
    figures.catchUp();
  }
}
