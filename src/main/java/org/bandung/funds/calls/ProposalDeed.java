package org.bandung.funds.calls;

import java.util.Map;
import java.util.Set;
import org.bandung.access.Permission;
import org.bandung.funds.Duty;
import org.bandung.funds.calls.forms.ProposalForm;

/// Something that is done to a proposal.
public sealed interface ProposalDeed {

  /// What it is called in logs.
  String word();

  /// What the applicant does.
  sealed interface OfApplicant extends ProposalDeed {
    default Permission needs() {
      return this instanceof Save ? Permission.WRITE_ENTRY : Permission.SIGN;
    }
  }

  /// What the fund's people do.
  sealed interface OfFund extends ProposalDeed {
    /// Any of these will do.
    Set<Duty> duties();
  }

  record Save(ProposalForm form) implements OfApplicant {
    @Override
    public String word() {
      return "save";
    }
  }

  /// @param listing whether everybody may be shown title, countries, amount and state
  record Submit(boolean listing) implements OfApplicant {
    @Override
    public String word() {
      return "submit";
    }
  }

  record Withdraw(String reason) implements OfApplicant {
    @Override
    public String word() {
      return "withdraw";
    }
  }

  record Screen(boolean passed, String reason) implements OfFund {
    @Override
    public String word() {
      return "screen";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.MANAGER);
    }
  }

  record Assign(String person) implements OfFund {
    @Override
    public String word() {
      return "assign";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.MANAGER);
    }
  }

  /// Somebody of the fund declares an own conflict of interest.
  record Declare(String why) implements OfFund {
    @Override
    public String word() {
      return "declare";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.REVIEWER, Duty.BOARD, Duty.MANAGER);
    }
  }

  record GiveReview(Map<String, Integer> scores, String comment) implements OfFund {
    public GiveReview {
      scores = Map.copyOf(scores);
    }

    @Override
    public String word() {
      return "review";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.REVIEWER);
    }
  }

  /// Shows it in the published pipeline.
  record Publish() implements OfFund {
    @Override
    public String word() {
      return "publish";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.MANAGER);
    }
  }
}
