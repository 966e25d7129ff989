package org.bandung.exchange.iati;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bandung.exchange.iati.LossReport.Field;
import org.bandung.exchange.iati.LossReport.Where;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ShippedTable;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Content.Contribution;
import org.jspecify.annotations.Nullable;

/// Money as budgets, planned disbursements and transactions. What has no amount in a currency, no
/// day, or is of no kind that IATI knows, stands in the block: quantities, people's time, what a
/// partner values.
final class ComposedMoney {

  private static final String BUDGET = "budget";
  private static final String PLANNED = "planned-disbursement";

  /// Code of TransactionType, by our kind: the table of the way in, read backwards.
  private static final Map<String, String> TYPES =
      ShippedTable.read("exchange/iati-transaction-types.csv").stream()
          .collect(Collectors.toUnmodifiableMap(r -> r.getField("kind"), r -> r.getField("type")));

  private final Page page;
  private final ComposedMembers members;

  ComposedMoney(Page page) {
    this.page = page;
    this.members = new ComposedMembers(page);
  }

  List<Xml> budgets(Content content) {
    var all = new ArrayList<Xml>();
    for (var c : content.contributions()) {
      remark(c);
      if (c.kind().equals(BUDGET)) {
        var from = day(c.period().start(), true);
        var to = day(c.period().end(), false);
        boolean year = from != null && to != null && !from.isAfter(to) && !to.isAfter(yearOf(from));
        var value = year && from != null ? value(c, from) : null;
        if (value == null || from == null || to == null) {
          page.lost(Field.CONTRIBUTION, Where.BLOCK);
        } else {
          all.add(
              Xml.of(BUDGET)
                  .with("type", code(c, "iati-budget-type"))
                  .with("status", budgetStatus(c))
                  .add(Xml.of("period-start").with("iso-date", from))
                  .add(Xml.of("period-end").with("iso-date", to))
                  .add(value));
        }
      } else if (!c.kind().equals(PLANNED) && !TYPES.containsKey(c.kind())) {
        page.lost(Field.CONTRIBUTION, Where.BLOCK);
      }
    }
    return all;
  }

  /// The last day of a year that begins on this one.
  private static LocalDate yearOf(LocalDate from) {
    return from.plusYears(1).minusDays(1);
  }

  List<Xml> planned(Content content) {
    var all = new ArrayList<Xml>();
    for (var c : content.contributions()) {
      if (c.kind().equals(PLANNED)) {
        var from = day(c.period().start(), true);
        var to = day(c.period().end(), false);
        var value = from == null ? null : value(c, from);
        if (value == null || from == null || (to != null && from.isAfter(to))) {
          page.lost(Field.CONTRIBUTION, Where.BLOCK);
        } else {
          all.add(
              Xml.of(PLANNED)
                  .with("type", code(c, "iati-budget-type"))
                  .add(Xml.of("period-start").with("iso-date", from))
                  .add(to == null ? null : Xml.of("period-end").with("iso-date", to))
                  .add(value)
                  .add(members.mention("provider-org", c.provider(), "provider-activity-id"))
                  .add(members.mention("receiver-org", c.receiver(), "receiver-activity-id")));
        }
      }
    }
    return all;
  }

  List<Xml> transactions(Content content) {
    var all = new ArrayList<Xml>();
    for (var c : content.contributions()) {
      var type = TYPES.get(c.kind());
      if (type == null) {
        continue;
      }
      var day = day(c.period().start(), true);
      var value = day == null || day.isAfter(page.today()) ? null : value(c, day);
      if (value == null || day == null || isFuture(value)) {
        page.lost(Field.CONTRIBUTION, Where.BLOCK);
      } else {
        all.add(transaction(c, type, day, value));
      }
    }
    return all;
  }

  private boolean isFuture(Xml value) {
    return LocalDate.parse(value.attribute("value-date")).isAfter(page.today());
  }

  private Xml transaction(Contribution c, String type, LocalDate day, Xml value) {
    if (c.recipientCountry() != null || !c.classifications().isEmpty()) {
      page.lost(Field.CONTRIBUTION_PLACE, Where.BLOCK);
    }
    return Xml.of("transaction")
        .with("ref", c.reference())
        .add(Xml.of("transaction-type").with("code", type))
        .add(Xml.of("transaction-date").with("iso-date", day))
        .add(value)
        .add(page.narratives().in(Xml.of("description"), c.description()).orElse(null))
        .add(members.mention("provider-org", c.provider(), "provider-activity-id"))
        .add(members.mention("receiver-org", c.receiver(), "receiver-activity-id"))
        .add(coded("disbursement-channel", code(c, "iati-disbursement-channel")))
        .add(coded("flow-type", code(c, "iati-flow-type")))
        .add(coded("finance-type", code(c, "iati-finance-type")))
        .add(coded("aid-type", code(c, "iati-aid-type")))
        .add(coded("tied-status", code(c, "iati-tied-status")));
  }

  private static @Nullable Xml coded(String element, @Nullable String code) {
    return code == null ? null : Xml.of(element).with("code", code);
  }

  private @Nullable String code(Contribution c, String scheme) {
    for (var classification : c.classifications()) {
      if (classification.scheme().equals(scheme)) {
        return page.codes().of(scheme, classification.code());
      }
    }
    return null;
  }

  private static @Nullable String budgetStatus(Contribution c) {
    for (var classification : c.classifications()) {
      if (classification.scheme().equals("iati-budget-status")) {
        return classification.code().matches("[12]") ? classification.code() : null;
      }
    }
    return null;
  }

  /// Without a date of its own, a value is of the day it belongs to: the standard demands one.
  private @Nullable Xml value(Contribution c, LocalDate day) {
    var amount = c.amount();
    if (amount == null) {
      return null;
    }
    var currency = amount.currency();
    if (currency == null || !IatiCodes.isCurrency(currency)) {
      page.lost(Field.AMOUNT_WITHOUT_CURRENCY, Where.BLOCK);
      return null;
    }
    var own = day(c.valueDate(), true);
    if (own == null) {
      page.lost(Field.VALUE_DATE, Where.FILLED);
    }
    return Xml.of("value")
        .with("currency", currency)
        .with("value-date", own == null ? day : own)
        .text(amount.value().toPlainString());
  }

  private @Nullable LocalDate day(@Nullable PartialDate date, boolean first) {
    if (date != null && date.day() == 0) {
      page.lost(Field.DATE_PRECISION, Where.BLOCK);
    }
    return date == null ? null : first ? date.earliest() : date.latest();
  }

  private void remark(Contribution c) {
    if (c.quantity() != null) {
      page.lost(Field.QUANTITY, Where.BLOCK);
    }
    if (c.valuation() != null || c.estimate()) {
      page.lost(Field.VALUATION, Where.BLOCK);
    }
  }
}
