package org.bandung.funds.calls.forms;

import java.util.List;
import java.util.Set;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// What a proposal starts from: its facts are taken over, nothing is typed again.
///
/// @param kind a need, a match or an agreement
/// @param id of it on this node
/// @param language of title and summary to begin with
/// @param window of the fund, if the origin tells
public record Origin(
    Kind kind,
    String id,
    LocalizedText title,
    LocalizedText summary,
    String language,
    @Nullable String window,
    Set<String> sectors,
    List<ProposalForm.Partner> partners) {

  private static final int LANGUAGES = 20;

  public Origin {
    sectors = Set.copyOf(sectors);
    partners = List.copyOf(partners);
  }

  /// What it can start from.
  public enum Kind {
    NEED,
    MATCH,
    AGREEMENT
  }

  /// The form with what is known filled in.
  public ProposalForm form(String currency) {
    return new ProposalForm(
        spoken(title),
        spoken(summary),
        language,
        "",
        "",
        window,
        currency,
        sectors,
        Set.of(),
        false,
        0,
        partners,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        List.of());
  }

  /// Whether its texts are of a size that is kept.
  public boolean fits() {
    return id.length() <= FormFaults.SHORT
        && fits(title, FormFaults.SHORT)
        && fits(summary, FormFaults.LONG);
  }

  private static boolean fits(LocalizedText text, int most) {
    return text.byLanguage().size() <= LANGUAGES
        && text.byLanguage().entrySet().stream()
            .allMatch(e -> e.getKey().length() <= LANGUAGES && e.getValue().length() <= most);
  }

  private String spoken(LocalizedText text) {
    return text.in(language).map(LocalizedText.Spoken::text).orElse("");
  }
}
