package org.bandung.funds.netting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.Note;

/// What is wrong with the terms of a round.
final class TermsFaults {

  private TermsFaults() {}

  static Note fault(String code, String path, String... arguments) {
    return new Note(0, "", Note.Severity.REFUSED, code, path, List.of(arguments));
  }

  static List<Note> of(NettingTerms terms, Collection<String> participants) {
    var faults = new ArrayList<Note>();
    rates(terms, faults);
    var limited = new HashSet<String>();
    for (var d : terms.debits()) {
      who(participants, "terms/debits", faults, d.participant());
      limit(terms, d.most(), "terms/debits", faults);
      once(limited, d.participant() + " " + d.most().code(), "terms/debits", faults);
      if (terms.scope() == NettingTerms.Scope.BILATERAL) {
        faults.add(fault("bandung.netting-debit-bilateral", "terms/debits", d.participant()));
      }
    }
    for (var b : terms.bilaterals()) {
      who(participants, "terms/bilaterals", faults, b.debtor(), b.creditor());
      limit(terms, b.most(), "terms/bilaterals", faults);
      once(
          limited,
          b.debtor() + " " + b.creditor() + " " + b.most().code(),
          "terms/bilaterals",
          faults);
    }
    for (var w : terms.ways().ways()) {
      who(participants, "terms/ways", faults, w.payer(), w.payee());
      var most = w.most();
      if (most != null && (most.signum() < 0 || !most.currency().equals(w.currency()))) {
        faults.add(fault("bandung.netting-limit", "terms/ways", most.toString()));
      }
      once(
          limited, "way " + w.payer() + " " + w.payee() + " " + w.currency(), "terms/ways", faults);
    }
    return faults;
  }

  private static void rates(NettingTerms terms, List<Note> faults) {
    var settlement = terms.rates();
    if (settlement == null) {
      return;
    }
    settlement
        .rates()
        .forEach((currency, rate) -> {
          if (rate.value().signum() <= 0
              || rate.source().isBlank()
              || currency.equals(settlement.currency())) {
            faults.add(fault("bandung.netting-rate", "terms/rates", currency.getCurrencyCode()));
          }
        });
  }

  private static void who(
      Collection<String> participants, String path, List<Note> faults, String... named) {
    for (var name : named) {
      if (!participants.contains(name)) {
        faults.add(fault("bandung.netting-participant", path, name));
      }
    }
    if (named.length == 2 && named[0].equals(named[1])) {
      faults.add(fault("bandung.netting-participant", path, named[0]));
    }
  }

  /// A limit is of a currency that is netted, and no less than nothing.
  private static void limit(NettingTerms terms, Money most, String path, List<Note> faults) {
    if (most.signum() < 0 || !terms.netted(most.currency()).equals(most.currency())) {
      faults.add(fault("bandung.netting-limit", path, most.toString()));
    }
  }

  private static void once(Set<String> said, String what, String path, List<Note> faults) {
    if (!said.add(path + " " + what)) {
      faults.add(fault("bandung.netting-twice", path, what));
    }
  }
}
