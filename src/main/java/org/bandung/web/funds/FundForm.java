package org.bandung.web.funds;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bandung.funds.Duty;
import org.bandung.funds.Funds.Seen;
import org.jspecify.annotations.Nullable;

/// What people do with a fund by a form, one page for each.
enum FundForm {
  RESTATE(null, Of.FUND),
  APPOINT(null, Of.FUND),
  DISMISS(null, Of.FUND),
  SHOW(null, Of.FUND),
  WINDOW(Duty.MANAGER, Of.WINDOW),
  PLEDGE(Duty.FINANCE, Of.FUND),
  PLEDGE_IN_KIND(Duty.FINANCE, Of.FUND),
  RECEIVE(Duty.FINANCE, Of.MONEY),
  LET_GO(Duty.FINANCE, Of.MONEY),
  DELIVER(Duty.FINANCE, Of.KIND),
  INTEREST(Duty.FINANCE, Of.FUND),
  FEE(Duty.FINANCE, Of.FUND);

  /// What it is done to.
  private enum Of {
    FUND,
    /// One of the fund's, or a new one.
    WINDOW,
    /// A promise of money.
    MONEY,
    /// A promise in kind.
    KIND
  }

  private final @Nullable Duty duty;
  private final Of of;

  FundForm(@Nullable Duty duty, Of of) {
    this.duty = duty;
    this.of = of;
  }

  /// The word in its address, and the end of its keys.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<FundForm> ofWord(String word) {
    return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
  }

  @Nullable Duty duty() {
    return duty;
  }

  /// Whether somebody may do it as the fund stands.
  boolean may(Seen seen) {
    return duty == null ? seen.binds() : seen.duties().contains(duty);
  }

  /// Whether there is something to do it to.
  ///
  /// @param id of a window or a contribution; may be empty
  boolean applies(Seen seen, String id) {
    var fund = seen.fund();
    return switch (of) {
      case FUND -> true;
      case WINDOW -> id.isEmpty() || fund.windows().containsKey(id);
      case MONEY -> {
        var c = fund.contributions().get(id);
        yield c != null && c.pledged() != null;
      }
      case KIND -> {
        var c = fund.contributions().get(id);
        yield c != null && c.inKind() != null;
      }
    };
  }
}
