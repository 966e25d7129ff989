package org.bandung.statistics.counting;

import java.util.ArrayList;
import java.util.List;
import org.bandung.statistics.facts.Fact.Flow;
import org.bandung.statistics.facts.Fact.Share;

/// A contribution to several countries as one to each, where its source says what falls on whom, so
/// that whatever a country is (its category, region, groupings) takes its part and not the whole.
///
/// The amount stays whole here: it is brought into a currency first and falls apart then, or cents
/// would be lost with each part that is rounded.
final class FlowParts {

  private FlowParts() {}

  /// What of a contribution falls on one country.
  ///
  /// @param flow the whole, with the country that receives the part
  /// @param from millionths of the whole that fall on those before
  /// @param upTo millionths that fall on this one and those before
  record Part(Flow flow, int from, int upTo) {}

  /// @param recipients how the initiative falls over countries; empty if that cannot be told
  static List<Part> of(Flow flow, List<Share> recipients) {
    if (!flow.receiver().isEmpty() || recipients.isEmpty()) {
      return List.of(new Part(flow, 0, Share.WHOLE));
    }
    var parts = new ArrayList<Part>();
    int before = 0;
    for (var share : recipients) {
      parts.add(new Part(to(flow, share.code()), before, share.upTo()));
      before = share.upTo();
    }
    return parts;
  }

  private static Flow to(Flow flow, String receiver) {
    return new Flow(
        flow.kind(),
        flow.amount(),
        flow.currency(),
        flow.date(),
        flow.year(),
        flow.giver(),
        receiver,
        flow.form(),
        flow.terms(),
        flow.quantity(),
        flow.unit(),
        flow.sectors());
  }
}
