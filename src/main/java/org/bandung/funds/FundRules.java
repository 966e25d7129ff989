package org.bandung.funds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.bandung.funds.FundEvent.Recorded;
import org.bandung.funds.FundOutcome.Done;
import org.bandung.funds.FundOutcome.Faulty;
import org.bandung.funds.FundOutcome.NotNow;
import org.jspecify.annotations.Nullable;

/// What can be done with a fund as it stands, and what comes of it. Whether the person may is asked
/// elsewhere.
final class FundRules {

  private FundRules() {}

  /// Who acts.
  ///
  /// @param party id of the body whose fund it is
  record Acting(String party, String person, Instant at) {}

  static FundOutcome open(String id, FundTerms terms, Acting acting) {
    var faults = FundFaults.of(terms);
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    var first =
        new Recorded(
            1,
            acting.at(),
            acting.party(),
            acting.person(),
            new FundEvent.Opened(id, acting.party(), terms));
    return new Done(List.of(first), FundHistory.fold(List.of(first)));
  }

  static FundOutcome decide(Fund f, FundDeed deed, Acting acting) {
    var faults = FundFaults.of(f, deed);
    if (!faults.isEmpty()) {
      return new Faulty(faults);
    }
    return switch (deed) {
      case FundDeed.Restate d ->
          f.terms().equals(d.terms())
              ? new NotNow("same")
              : done(f, acting, new FundEvent.Restated(d.terms()));
      case FundDeed.SetWindow d ->
          d.window().equals(f.windows().get(d.window().id()))
              ? new NotNow("same")
              : done(f, acting, new FundEvent.WindowSet(d.window()));
      case FundDeed.Appoint d -> appoint(f, d, acting);
      case FundDeed.Dismiss d ->
          f.duties(d.person()).contains(d.from())
              ? done(f, acting, new FundEvent.Dismissed(d.person(), d.from()))
              : new NotNow("not-appointed");
      case FundDeed.Pledge d ->
          promised(
              f,
              new Promise(d.id(), d.window(), d.on()),
              acting,
              new FundEvent.Pledged(d.id(), d.contributor(), d.window(), d.amount(), d.on()));
      case FundDeed.PledgeInKind d ->
          promised(
              f,
              new Promise(d.id(), d.window(), d.on()),
              acting,
              new FundEvent.PledgedInKind(d.id(), d.contributor(), d.window(), d.given(), d.on()));
      case FundDeed.Receive d -> receive(f, d, acting);
      case FundDeed.LetGo d -> letGo(f, d, acting);
      case FundDeed.Deliver d -> of(f, d.contribution(), d.on(), c -> deliver(f, c, d, acting));
      case FundDeed.Interest d ->
          d.on().isBefore(f.terms().since())
              ? new NotNow("before-start")
              : !f.has(d.window())
                  ? new NotNow("no-window")
                  : done(
                      f,
                      acting,
                      new FundEvent.InterestEarned(d.window(), d.amount(), d.on(), d.reference()));
      case FundDeed.Fee d -> fee(f, d, acting);
      case FundDeed.Show d ->
          f.shown() == d.everybody()
              ? new NotNow("same")
              : done(f, acting, new FundEvent.Shown(d.everybody()));
    };
  }

  private static FundOutcome appoint(Fund f, FundDeed.Appoint d, Acting acting) {
    var has = f.duties(d.person());
    if (has.contains(d.given())) {
      return new NotNow("appointed");
    }
    boolean audits = d.given() == Duty.AUDITOR ? !has.isEmpty() : has.contains(Duty.AUDITOR);
    return audits
        ? new NotNow("auditor")
        : done(f, acting, new FundEvent.Appointed(d.person(), d.given()));
  }

  private record Promise(String id, @Nullable String window, LocalDate on) {}

  private static FundOutcome promised(Fund f, Promise promise, Acting acting, FundEvent event) {
    if (f.contributions().containsKey(promise.id())) {
      return new NotNow("contribution-there");
    }
    if (promise.window() != null) {
      var window = f.windows().get(promise.window());
      if (window == null) {
        return new NotNow("no-window");
      }
      if (!window.open()) {
        return new NotNow("window-closed");
      }
    }
    return done(f, acting, event);
  }

  private static FundOutcome of(
      Fund f, String id, LocalDate on, Function<Contribution, FundOutcome> then) {
    var contribution = f.contributions().get(id);
    if (contribution == null) {
      return new NotNow("no-contribution");
    }
    return on.isBefore(contribution.on()) ? new NotNow("before-start") : then.apply(contribution);
  }

  /// More than was promised may come; it is the promise that then stands at nothing.
  private static FundOutcome receive(Fund f, FundDeed.Receive d, Acting acting) {
    return of(
        f,
        d.contribution(),
        d.on(),
        c -> {
          var pledged = c.pledged();
          if (pledged == null) {
            return new NotNow("in-kind");
          }
          boolean same = pledged.currency().equals(d.paid().currency());
          var rate = d.rate();
          if (rate == null && !same) {
            return new NotNow("other-currency");
          }
          if (rate != null && same) {
            return new NotNow("same-currency");
          }
          if (rate != null
              && !(rate.from().equals(d.paid().currency())
                  && rate.to().equals(pledged.currency()))) {
            return new NotNow("other-currency");
          }
          var counts = rate == null ? d.paid() : rate.worth(d.paid());
          return done(
              f,
              acting,
              new FundEvent.Received(
                  c.id(), new Contribution.Receipt(d.paid(), counts, rate, d.on(), d.reference())));
        });
  }

  private static FundOutcome letGo(Fund f, FundDeed.LetGo d, Acting acting) {
    return of(
        f,
        d.contribution(),
        d.on(),
        c -> {
          var outstanding = c.outstanding();
          if (outstanding == null) {
            return new NotNow("in-kind");
          }
          if (!outstanding.currency().equals(d.amount().currency())) {
            return new NotNow("other-currency");
          }
          return d.amount().compareTo(outstanding) > 0
              ? new NotNow("more-than-promised")
              : done(f, acting, new FundEvent.LetGo(c.id(), d.amount(), d.on(), d.reason()));
        });
  }

  private static FundOutcome deliver(Fund f, Contribution c, FundDeed.Deliver d, Acting acting) {
    var given = c.inKind();
    if (given == null) {
      return new NotNow("in-money");
    }
    return given.delivered() == null
        ? done(f, acting, new FundEvent.Delivered(c.id(), d.on()))
        : new NotNow("delivered");
  }

  private static FundOutcome fee(Fund f, FundDeed.Fee d, Acting acting) {
    var percent = f.terms().feePercent();
    if (percent == null || percent.compareTo(BigDecimal.ZERO) == 0) {
      return new NotNow("no-fee");
    }
    if (!f.has(d.window())) {
      return new NotNow("no-window");
    }
    return d.amount().compareTo(f.feeLeft(d.amount().currency())) > 0
        ? new NotNow("above-fee")
        : done(f, acting, new FundEvent.FeeTaken(d.window(), d.amount(), d.on(), d.reason()));
  }

  private static Done done(Fund f, Acting acting, FundEvent event) {
    var recorded =
        new Recorded(f.sequence() + 1, acting.at(), acting.party(), acting.person(), event);
    return new Done(List.of(recorded), FundHistory.then(f, recorded));
  }
}
