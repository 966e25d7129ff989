package org.bandung.funds.calls.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What an applicant fills in. Everything can be empty until it is submitted.
///
/// @param purpose a word of the fund's rules such as `feasibility-study`; empty if not said
/// @param applicantKind `government`, `non-government`, `university`, `international`, `private`
/// @param currency of every amount
/// @param executing kinds of the bodies that carry it out
/// @param replaces whether it stands in for money of a United Nations agency; null if not said
/// @param months length; 0 if not said
/// @param requested total as the applicant states it; null if not stated
/// @param matching total of other funds as the applicant states it; null if not stated
public record ProposalForm(
    String title,
    String summary,
    String language,
    String purpose,
    String applicantKind,
    @Nullable String window,
    String currency,
    Set<String> sectors,
    Set<String> executing,
    @Nullable Boolean replaces,
    int months,
    List<Partner> partners,
    List<LogRow> logFrame,
    List<Step> workplan,
    List<Line> budget,
    @Nullable BigDecimal requested,
    @Nullable BigDecimal matching,
    List<Risk> risks,
    List<Letter> letters,
    List<Annex> annexes) {

  public ProposalForm {
    sectors = Collections.unmodifiableSet(new TreeSet<>(sectors));
    executing = Collections.unmodifiableSet(new TreeSet<>(executing));
    partners = List.copyOf(partners);
    logFrame = List.copyOf(logFrame);
    workplan = List.copyOf(workplan);
    budget = List.copyOf(budget);
    risks = List.copyOf(risks);
    letters = List.copyOf(letters);
    annexes = List.copyOf(annexes);
  }

  /// Nothing filled in.
  public static ProposalForm empty(String language, String currency) {
    return new ProposalForm(
        "", "", language, "", "", null, currency, Set.of(), Set.of(), null, 0, List.of(), List.of(),
        List.of(), List.of(), null, null, List.of(), List.of(), List.of());
  }

  /// Who takes part.
  ///
  /// @param key within the form, which lines and steps name
  /// @param party as in talks: a body here, an organisation of the directory, or a country's code;
  ///   empty if it is none of them
  /// @param country alpha-3
  /// @param leads whether it answers to the fund
  public record Partner(String key, String name, String party, String country, boolean leads) {}

  /// A row of the log-frame.
  ///
  /// @param level `goal`, `purpose`, `output`, `activity`
  public record LogRow(
      String level,
      String text,
      String indicator,
      String baseline,
      String target,
      String evidence,
      String assumption) {}

  /// A step of the workplan, in months from the start, from 1.
  public record Step(String text, String partner, int from, int to) {}

  /// A line of the budget: what it costs the fund and what others give.
  ///
  /// @param partner key of who spends it
  /// @param requested of the fund
  /// @param matching from others
  /// @param source who gives the matching part
  /// @param secured whether that is promised in writing
  public record Line(
      String partner,
      String category,
      String text,
      BigDecimal requested,
      BigDecimal matching,
      String source,
      boolean secured) {}

  /// What can go wrong.
  ///
  /// @param likelihood 1 to 5
  /// @param impact 1 to 5
  public record Risk(String text, int likelihood, int impact, String response) {}

  /// A letter of a country's authority or government.
  ///
  /// @param kind `endorsement`, `interest` or `request`
  /// @param file SHA-256 of the letter as it was kept; empty if it is not here
  public record Letter(
      String kind,
      String country,
      String institution,
      String name,
      String position,
      boolean signed,
      @Nullable LocalDate on,
      String file) {

    /// Whether it has institution, name, position and signature, and is here.
    public boolean complete() {
      return !institution.isBlank()
          && !name.isBlank()
          && !position.isBlank()
          && signed
          && !file.isEmpty();
    }
  }

  /// A file that belongs to it.
  ///
  /// @param file SHA-256
  public record Annex(String title, String file) {}

  /// What is asked of the fund, over all lines.
  public BigDecimal sumRequested() {
    return budget.stream().map(Line::requested).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// What others give, over all lines.
  public BigDecimal sumMatching() {
    return budget.stream().map(Line::matching).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// What others promised in writing.
  public BigDecimal sumSecured() {
    return budget.stream()
        .filter(Line::secured)
        .map(Line::matching)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
