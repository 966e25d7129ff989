package org.bandung.exchange;

import java.util.ArrayList;
import java.util.List;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.registry.said.Content.Classification;
import org.bandung.registry.said.Content.Contribution;

/// Budgets, planned disbursements and transactions become contributions.
final class IatiMoneyMapping {

  private IatiMoneyMapping() {}

  static Contribution budget(IatiRecord record, IatiElement budget) {
    var classifications = new ArrayList<Classification>();
    attributeCode(budget, "type", "iati-budget-type", classifications);
    attributeCode(budget, "status", "iati-budget-status", classifications);
    return planned(record, budget, "budget", classifications);
  }

  static Contribution plannedDisbursement(IatiRecord record, IatiElement disbursement) {
    var classifications = new ArrayList<Classification>();
    attributeCode(disbursement, "type", "iati-budget-type", classifications);
    return planned(record, disbursement, "planned-disbursement", classifications);
  }

  private static Contribution planned(
      IatiRecord record, IatiElement element, String kind, List<Classification> classifications) {
    return new Contribution(
        kind,
        null,
        record.period(element, element.name()),
        record.amount(element, element.name()),
        record.valueDate(element, element.name()),
        null,
        null,
        false,
        IatiRecord.mention(element.child("provider-org"), "provider-activity-id"),
        IatiRecord.mention(element.child("receiver-org"), "receiver-activity-id"),
        null,
        null,
        classifications,
        LocalizedText.EMPTY);
  }

  static Contribution transaction(IatiRecord record, IatiElement transaction) {
    var date =
        record.date(
            transaction.child("transaction-date"), "iso-date", "transaction/transaction-date");
    return new Contribution(
        kind(record, transaction),
        transaction.attribute("ref"),
        date == null ? Period.UNKNOWN : new Period(date, date, false),
        record.amount(transaction, "transaction"),
        record.valueDate(transaction, "transaction"),
        null,
        null,
        false,
        IatiRecord.mention(transaction.child("provider-org"), "provider-activity-id"),
        IatiRecord.mention(transaction.child("receiver-org"), "receiver-activity-id"),
        record.country(transaction.child("recipient-country")),
        null,
        classifications(record, transaction),
        transaction.narrativesOf("description"));
  }

  private static String kind(IatiRecord record, IatiElement transaction) {
    var type = transaction.attributeOf("transaction-type", "code");
    var kind = type == null ? null : record.tables().contributionKind(type).orElse(null);
    if (kind == null) {
      record
          .notes()
          .add(
              "bandung.transaction-type-unknown",
              "transaction/transaction-type/@code",
              transaction.line(),
              type == null ? "" : type);
      return "unspecified";
    }
    return kind;
  }

  private static List<Classification> classifications(IatiRecord record, IatiElement transaction) {
    var found = new ArrayList<Classification>();
    for (var child : transaction.children()) {
      switch (child.name()) {
        case "sector" -> record.classify(child, "sector", found);
        case "recipient-region" -> record.classify(child, "region", found);
        case "aid-type" -> record.classify(child, "aid-type", found);
        case "flow-type" -> record.plainCode(child, "iati-flow-type", found);
        case "finance-type" -> record.plainCode(child, "iati-finance-type", found);
        case "tied-status" -> record.plainCode(child, "iati-tied-status", found);
        case "disbursement-channel" -> record.plainCode(child, "iati-disbursement-channel", found);
        default -> {}
      }
    }
    return found;
  }

  private static void attributeCode(
      IatiElement element, String attribute, String scheme, List<Classification> into) {
    var code = element.attribute(attribute);
    if (code != null) {
      into.add(new Classification(scheme, code, null, LocalizedText.EMPTY));
    }
  }
}
