package org.bandung.statistics.counting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bandung.statistics.facts.Fact;
import org.bandung.statistics.facts.Fact.Flow;
import org.bandung.statistics.facts.Fact.Share;
import org.bandung.statistics.facts.Fact.Side;

/// Facts of the invented world, made in a few words.
final class Facts {

  private final String id;
  private final List<Side> sides = new ArrayList<>();
  private final List<String> facets = new ArrayList<>();
  private final List<Flow> flows = new ArrayList<>();
  private List<Share> sectors = List.of();
  private List<Share> recipients = List.of();
  private String modality = "bilateral";
  private boolean compiled;
  private int first = 2019;
  private int last = 2019;
  private String standing = "one-side";
  private int delay = Fact.UNKNOWN;

  private Facts(String id) {
    this.id = id;
  }

  static Facts fact(String id) {
    return new Facts(id);
  }

  Facts side(String country, String role) {
    sides.add(new Side(country, role));
    return this;
  }

  Facts modality(String code) {
    modality = code;
    return this;
  }

  Facts years(int from, int to) {
    first = from;
    last = to;
    return this;
  }

  Facts delay(int days) {
    delay = days;
    return this;
  }

  Facts compiled() {
    compiled = true;
    standing = "compiled";
    return this;
  }

  Facts facet(String tag) {
    facets.add(tag);
    return this;
  }

  Facts sectors(Object... codesAndUpTo) {
    sectors = shares(codesAndUpTo);
    sectors.forEach(s -> facets.add("k:dac-sector-group:" + s.code()));
    return this;
  }

  Facts recipients(Object... codesAndUpTo) {
    recipients = shares(codesAndUpTo);
    return this;
  }

  private static List<Share> shares(Object... codesAndUpTo) {
    var shares = new ArrayList<Share>();
    for (int i = 0; i < codesAndUpTo.length; i += 2) {
      shares.add(new Share((String) codesAndUpTo[i], (Integer) codesAndUpTo[i + 1]));
    }
    return shares;
  }

  Facts given(String amount, String currency, int year, String giver, String receiver) {
    return flow("disbursement", amount, currency, year, giver, receiver);
  }

  Facts flow(String kind, String amount, String currency, int year, String giver, String receiver) {
    flows.add(
        new Flow(
            kind,
            amount.isEmpty() ? null : new BigDecimal(amount),
            currency,
            Fact.UNKNOWN,
            year,
            giver,
            receiver,
            "",
            "",
            null,
            "",
            List.of()));
    return this;
  }

  Facts flow(Flow flow) {
    flows.add(flow);
    return this;
  }

  /// What is given on terms that are known, or not (empty).
  Facts lent(String amount, int year, String receiver, String form, String terms) {
    flows.add(
        new Flow(
            "contribution",
            new BigDecimal(amount),
            "USD",
            Fact.UNKNOWN,
            year,
            "QMM",
            receiver,
            form,
            terms,
            null,
            "",
            List.of()));
    return this;
  }

  Facts quantity(String number, String unit, int year, String giver, String receiver) {
    flows.add(
        new Flow(
            "contribution",
            null,
            "",
            Fact.UNKNOWN,
            year,
            giver,
            receiver,
            "",
            "",
            new BigDecimal(number),
            unit,
            List.of()));
    return this;
  }

  Fact build() {
    return new Fact(
        id,
        new Fact.Marks(
            modality,
            "",
            List.of("bilateral", "triangular", "regional").contains(modality),
            compiled,
            "project",
            "2",
            standing),
        new Fact.Days(
            (int) java.time.LocalDate.of(first, 1, 1).toEpochDay(),
            first,
            last,
            delay,
            Fact.UNKNOWN),
        facets,
        List.of("iati:QM-1"),
        sides,
        sectors,
        recipients,
        flows);
  }
}
