package org.bandung.exchange.standard;

import java.util.List;
import net.sf.saxon.om.NodeInfo;
import org.bandung.exchange.standard.IatiRuleXPath.Nodes;
import org.jspecify.annotations.Nullable;

/// The rules of kind `one_or_all`: something stands once for the whole record, or at every place
/// that could carry it.
final class IatiRuleKindOneOrAll {

  private IatiRuleKindOneOrAll() {}

  /// What `all` may say, with the places and what each of them then needs.
  private record Places(List<String> places, String needed) {
    static Places of(String all) {
      return switch (all) {
        case "lang" -> new Places(List.of("descendant::narrative"), "@xml:lang");
        case "currency" ->
            new Places(
                List.of("descendant::value", "descendant::forecast", "descendant::loan-status"),
                "@currency");
        case "sector", "recipient-country|recipient-region" ->
            new Places(List.of("transaction"), all);
        default ->
            throw new IllegalArgumentException("one_or_all cannot tell where to look for " + all);
      };
    }
  }

  static IatiRule rule(IatiRuleCase written) {
    var one = written.nodes("one");
    var all = Places.of(written.text("all"));
    var places = all.places().stream().map(written.xpath()::nodes).toList();
    var needed = written.xpath().nodes(all.needed());
    return (node, group) -> {
      if (!one.of(node, group).isEmpty()) {
        return null;
      }
      return firstWithout(needed, IatiRuleKinds.all(places, node, group));
    };
  }

  private static @Nullable NodeInfo firstWithout(Nodes needed, List<NodeInfo> places) {
    for (var place : places) {
      if (needed.of(place, "").isEmpty()) {
        return place;
      }
    }
    return null;
  }
}
