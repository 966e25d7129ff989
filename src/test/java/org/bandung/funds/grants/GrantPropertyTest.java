package org.bandung.funds.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.funds.grants.GrantSamples.DAY;
import static org.bandung.funds.grants.GrantSamples.usd;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.bandung.funds.Duty;
import org.bandung.funds.grants.Grant.Step;
import org.bandung.funds.ledger.Money;

/// Whatever people try with a grant, in whatever order: what the accounts hold is what the grant
/// says, nothing is paid beyond it, and no payment was touched by one person twice.
class GrantPropertyTest {

  private static final List<String> PEOPLE = List.of("ada", "bo", "cy", "di");
  private static final int DEEDS = 120;

  private static int paid;
  private static int returned;
  private static int closed;

  private final Map<String, BigDecimal> accounts = new HashMap<>();
  private final Map<String, Set<String>> hands = new HashMap<>();

  @Property(tries = 200)
  void accountsAreWhatTheGrantSays(@ForAll long seed) {
    accounts.clear();
    hands.clear();
    var random = new Random(seed);
    var g = GrantSamples.opened();
    post(g, new GrantEvent.Opened("g1", "f1", g.plan(), DAY), "manu", 1);
    for (int i = 0; i < DEEDS; i++) {
      var person = PEOPLE.get(random.nextInt(PEOPLE.size()));
      var deed = deed(random, i, g);
      var outcome = GrantRules.decide(g, deed, GrantSamples.by(person, Duty.values()));
      if (outcome instanceof GrantOutcome.Done done) {
        var event = done.events().getFirst();
        post(g, event.event(), person, event.sequence());
        touched(deed, person);
        g = done.after();
        holds(g);
      }
    }
    paid += g.paid().signum();
    returned += g.returned().size();
    closed += g.closed() ? 1 : 0;
  }

  /// The random people got far enough for the above to mean something.
  @AfterContainer
  static void allWasTried() {
    assertThat(List.of(paid, returned, closed)).allSatisfy(n -> assertThat(n).isPositive());
  }

  private static GrantDeed deed(Random random, int i, Grant g) {
    var partner = random.nextBoolean() ? "water" : "school";
    var line = random.nextInt(8) == 0 ? "dig" : partner.equals("water") ? "dig" : "teach";
    var amount = Money.of(String.valueOf(1 + random.nextInt(300)), "USD");
    var request = any(random, g.requests().keySet());
    var report = any(random, g.reports().keySet());
    return switch (random.nextInt(12)) {
      case 0, 1 ->
          new GrantDeed.Request("n" + i, 1 + random.nextInt(2), partner, amount, "as agreed");
      case 2, 3 -> new GrantDeed.Approve(request);
      case 4, 5 -> new GrantDeed.Pay(request, DAY, "bank");
      case 6 -> GrantSamples.spent("n" + i, partner, line, amount.amount().toPlainString());
      case 7 -> new GrantDeed.Accept(report, DAY);
      case 8 -> new GrantDeed.Return(partner, amount, DAY, "bank");
      case 9 -> new GrantDeed.Reach("wells are dug", "All nine.", List.of());
      case 10 ->
          random.nextInt(4) == 0
              ? new GrantDeed.Refuse(request, "late")
              : new GrantDeed.SendBack(report, "why?");
      default ->
          random.nextInt(4) == 0
              ? new GrantDeed.Close(DAY, "done")
              : new GrantDeed.Extend(LocalDate.parse("2028-01-01").plusDays(i), "rain");
    };
  }

  private static String any(Random random, Set<String> ids) {
    return ids.isEmpty() ? "none" : List.copyOf(ids).get(random.nextInt(ids.size()));
  }

  /// Who asked for, agreed to and paid a payment.
  private void touched(GrantDeed deed, String person) {
    var hand =
        switch (deed) {
          case GrantDeed.Request r -> r.id() + " asked";
          case GrantDeed.Approve a -> a.request() + " agreed";
          case GrantDeed.Pay p -> p.request() + " paid";
          default -> "";
        };
    if (!hand.isEmpty()) {
      assertThat(hands.computeIfAbsent(hand, h -> new HashSet<>()).add(person)).isTrue();
      assertThat(hands.get(hand)).hasSize(1);
    }
  }

  private void post(Grant before, GrantEvent event, String person, long sequence) {
    GrantPostings.of(before, event, person, "key " + sequence)
        .ifPresent(posting -> {
          var money = BigDecimal.ZERO;
          var promises = BigDecimal.ZERO;
          for (var entry : posting.entries()) {
            var kind = entry.account().kind();
            var amount = entry.amount().amount();
            accounts.merge(kind + " " + entry.account().scope().partner(), amount, BigDecimal::add);
            if (kind.equals("commitment") || kind.equals("memorandum")) {
              promises = promises.add(amount);
            } else {
              money = money.add(amount);
            }
          }
          assertThat(money).isZero();
          assertThat(promises).isZero();
        });
  }

  private BigDecimal held(String account) {
    return accounts.getOrDefault(account, BigDecimal.ZERO);
  }

  private void holds(Grant g) {
    var returned = g.returned().values().stream().reduce(usd("0"), Money::plus);
    assertThat(held("cash ")).isEqualByComparingTo(returned.minus(g.paid()).amount());
    var promised = g.closed() ? usd("0") : g.unpaid();
    assertThat(held("commitment ")).isEqualByComparingTo(promised.amount());
    assertThat(g.paid()).isLessThanOrEqualTo(g.plan().total());
    for (var partner : List.of("water", "school")) {
      var open = g.open(partner).amount();
      assertThat(held("advance " + partner)).isEqualByComparingTo(open.max(BigDecimal.ZERO));
      assertThat(held("payable " + partner)).isEqualByComparingTo(open.min(BigDecimal.ZERO));
      assertThat(held("expense " + partner)).isEqualByComparingTo(g.accounted(partner).amount());
    }
    g.requests().values().stream()
        .filter(r -> r.step() == Step.PAID)
        .forEach(r -> {
          var agreed = hands.getOrDefault(r.id() + " agreed", Set.of());
          assertThat(agreed).hasSize(1).doesNotContain(r.by());
          assertThat(hands.getOrDefault(r.id() + " paid", Set.of()))
              .hasSize(1)
              .doesNotContainAnyElementsOf(agreed)
              .doesNotContain(r.by());
        });
  }
}
