package org.bandung.funds;

import java.time.LocalDate;
import org.bandung.funds.Contribution.Contributor;
import org.bandung.funds.Contribution.InKind;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.ledger.Rate;
import org.jspecify.annotations.Nullable;

/// Something that somebody wants to do with a fund.
public sealed interface FundDeed {

  /// The word for it in the audit log.
  String word();

  /// The duty that allows it; null if only who binds the fund's body may.
  default @Nullable Duty duty() {
    return null;
  }

  /// States anew what the fund is.
  record Restate(FundTerms terms) implements FundDeed {
    @Override
    public String word() {
      return "restate";
    }
  }

  /// Opens a window, states it anew, or closes it.
  record SetWindow(Window window) implements FundDeed {
    @Override
    public String word() {
      return "window";
    }

    @Override
    public Duty duty() {
      return Duty.MANAGER;
    }
  }

  /// Trusts a person with a duty.
  ///
  /// @param person id of an account
  /// @param given the duty that she is to have
  record Appoint(String person, Duty given) implements FundDeed {
    @Override
    public String word() {
      return "appoint";
    }
  }

  /// Takes a duty from a person.
  record Dismiss(String person, Duty from) implements FundDeed {
    @Override
    public String word() {
      return "dismiss";
    }
  }

  /// Writes down a promise of money.
  record Pledge(
      String id, Contributor contributor, @Nullable String window, Money amount, LocalDate on)
      implements FundDeed {
    @Override
    public String word() {
      return "pledge";
    }

    @Override
    public Duty duty() {
      return Duty.FINANCE;
    }
  }

  /// Writes down a promise in kind.
  record PledgeInKind(
      String id, Contributor contributor, @Nullable String window, InKind given, LocalDate on)
      implements FundDeed {
    @Override
    public String word() {
      return "pledge-in-kind";
    }

    @Override
    public Duty duty() {
      return Duty.FINANCE;
    }
  }

  /// Writes down money that came for a promise.
  ///
  /// @param rate null if it came in the currency of the promise
  record Receive(
      String contribution, Money paid, @Nullable Rate rate, LocalDate on, String reference)
      implements FundDeed {
    @Override
    public String word() {
      return "receive";
    }

    @Override
    public Duty duty() {
      return Duty.FINANCE;
    }
  }

  /// Lets a part of a promise go that will not come.
  record LetGo(String contribution, Money amount, LocalDate on, String reason) implements FundDeed {
    @Override
    public String word() {
      return "let-go";
    }

    @Override
    public Duty duty() {
      return Duty.FINANCE;
    }
  }

  /// Writes down that what was given in kind is there.
  record Deliver(String contribution, LocalDate on) implements FundDeed {
    @Override
    public String word() {
      return "deliver";
    }

    @Override
    public Duty duty() {
      return Duty.FINANCE;
    }
  }

  /// Writes down interest that the bank paid.
  ///
  /// @param window whose money earned it; null if that of the fund as a whole
  record Interest(@Nullable String window, Money amount, LocalDate on, String reference)
      implements FundDeed {
    @Override
    public String word() {
      return "interest";
    }

    @Override
    public Duty duty() {
      return Duty.FINANCE;
    }
  }

  /// Takes the fee of whoever manages the fund.
  ///
  /// @param window from whose money; null if from that of the fund as a whole
  record Fee(@Nullable String window, Money amount, LocalDate on, String reason)
      implements FundDeed {
    @Override
    public String word() {
      return "fee";
    }

    @Override
    public Duty duty() {
      return Duty.FINANCE;
    }
  }

  /// Shows the fund to everybody, or hides it again.
  record Show(boolean everybody) implements FundDeed {
    @Override
    public String word() {
      return "show";
    }
  }
}
