package org.bandung.consultation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bandung.consultation.Consultation.Setup;
import org.bandung.consultation.Terms.Condition;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;

/// What is wrong with a proposal, or with the parties of a consultation. Drafts may leave open what
/// is not agreed yet; what is said must be sound.
final class ProposalFaults {

  private static final int MOST_PARTIES = 100;
  private static final int MOST_VERSIONS = 500;
  private static final int MOST_ITEMS = 300;
  private static final int LONGEST_TEXT = 300_000;
  private static final int LONGEST_TERM = 20_000;
  private static final int LONGEST_NAME = 500;

  private static final long MOST_BYTES = 1L << 40;

  private final Faults faults = new Faults();
  private final Set<String> parties = new HashSet<>();

  private ProposalFaults(Setup setup) {
    setup.parties().forEach(p -> parties.add(p.id()));
  }

  static List<Note> of(Setup setup, Proposal proposal) {
    var check = new ProposalFaults(setup);
    check.setup(setup);
    check.proposal(proposal);
    return check.faults.all();
  }

  static List<Note> of(Setup setup, int versions, Proposal proposal) {
    var check = new ProposalFaults(setup);
    check.faults.count("version", versions + 1L, MOST_VERSIONS);
    check.proposal(proposal);
    return check.faults.all();
  }

  private void setup(Setup setup) {
    if (setup.parties().size() < 2) {
      faults.add("bandung.two-parties", "parties");
    }
    faults.count("parties", setup.parties().size(), MOST_PARTIES);
    if (parties.size() != setup.parties().size()) {
      faults.add("bandung.party-twice", "parties");
    }
    for (var party : setup.parties()) {
      faults.text("parties/id", party.id(), LONGEST_NAME);
      faults.text("parties/name", party.name(), LONGEST_NAME);
    }
  }

  private void proposal(Proposal p) {
    required("title", p.title(), LONGEST_NAME);
    required("text", p.text(), LONGEST_TEXT);
    var prevailing = p.prevailing();
    if (prevailing != null && !p.text().byLanguage().containsKey(prevailing)) {
      faults.add("bandung.prevailing", "prevailing");
    }
    effect(p.effect());
    terms(p.terms());
    if (p.terms().conditions().isEmpty() && p.effect() instanceof Effect.MakesAgreement) {
      faults.add("bandung.conditions-undeclared", "terms/conditions");
    }
    faults.count("annexes", p.annexes().size(), MOST_ITEMS);
    for (var annex : p.annexes()) {
      faults.text("annexes/name", annex.name(), LONGEST_NAME);
      faults.sha256("annexes/sha256", annex.sha256());
      if (annex.bytes() < 0 || annex.bytes() > MOST_BYTES) {
        faults.add("bandung.number", "annexes/bytes");
      }
    }
  }

  private void effect(Effect effect) {
    switch (effect) {
      case Effect.MakesAgreement made -> faults.text("effect/under", made.under());
      case Effect.ChangesAgreement(var agreement, var change) ->
          faults.text("effect/agreement", agreement, LONGEST_NAME);
      case Effect.StatesPosition(var forum) -> faults.text("effect/forum", forum, LONGEST_NAME);
      case Effect.EndsTalks() -> {}
    }
  }

  private void terms(Terms t) {
    faults.text("terms/objective", t.purpose().objective(), LONGEST_TERM);
    texts("terms/activities", t.purpose().activities());
    shares(t.shares());
    faults.count("terms/milestones", t.schedule().milestones().size(), MOST_ITEMS);
    t.schedule().milestones().forEach(m -> required("terms/milestones", m.what(), LONGEST_TERM));
    faults.text("terms/monitoring", t.schedule().monitoring(), LONGEST_TERM);
    budget(t.budget());
    faults.text("terms/intellectual-property", t.intellectualProperty(), LONGEST_TERM);
    conditions(t.conditions());
    faults.text("terms/request", t.request());
  }

  private void shares(List<Terms.Share> shares) {
    var seen = new HashSet<String>();
    for (var share : shares) {
      party("terms/shares", share.party());
      if (!seen.add(share.party())) {
        faults.add("bandung.party-twice", "terms/shares");
      }
      faults.count("terms/gives", share.gives().size(), MOST_ITEMS);
      texts("terms/gains", share.gains());
      for (var given : share.gives()) {
        required("terms/gives", given.what(), LONGEST_TERM);
        var money = given.money();
        if (money != null) {
          faults.number("terms/gives/money", money.value());
          faults.currency("terms/gives/money", money.currency());
        }
        var quantity = given.inKind();
        if (quantity != null) {
          faults.number("terms/gives/in-kind", quantity.number());
          faults.text("terms/gives/in-kind", quantity.unit(), LONGEST_NAME);
        }
      }
    }
  }

  private void budget(List<Terms.BudgetLine> budget) {
    faults.count("terms/budget", budget.size(), MOST_ITEMS);
    for (var line : budget) {
      required("terms/budget", line.what(), LONGEST_TERM);
      faults.number("terms/budget", line.amount().value());
      faults.currency("terms/budget", line.amount().currency());
      var fundedBy = line.fundedBy();
      if (fundedBy != null) {
        party("terms/budget", fundedBy);
      }
    }
  }

  private void conditions(List<Condition> conditions) {
    faults.count("terms/conditions", conditions.size(), MOST_ITEMS);
    boolean none = conditions.stream().anyMatch(c -> c.kind() == Condition.Kind.NONE);
    if (none && conditions.size() > 1) {
      faults.add("bandung.conditions-contradict", "terms/conditions");
    }
    for (var condition : conditions) {
      faults.text("terms/conditions", condition.text(), LONGEST_TERM);
      if (condition.kind() != Condition.Kind.NONE && condition.text().isEmpty()) {
        faults.add("bandung.text-missing", "terms/conditions");
      }
    }
  }

  private void party(String path, String party) {
    if (!parties.contains(party)) {
      faults.add("bandung.no-such-party", path);
    }
  }

  private void texts(String path, List<LocalizedText> texts) {
    faults.count(path, texts.size(), MOST_ITEMS);
    texts.forEach(text -> required(path, text, LONGEST_TERM));
  }

  private void required(String path, LocalizedText text, int longest) {
    if (text.isEmpty()) {
      faults.add("bandung.text-missing", path);
    }
    faults.text(path, text, longest);
  }
}
