package org.bandung.cli.funds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.funds.Fund;
import org.bandung.funds.Funds;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Reader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `list funds`: which funds there are, for whoever runs the node; each says whether it is shown.
@Command(name = "funds")
public final class FundList implements Runnable {

  private static final List<String> COLUMNS =
      List.of("id", "shown", "since", "contributions", "promised", "name");

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  private final Rooms rooms;
  private final Talk talk;

  public FundList(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public void run() {
    var funds = rooms.open(Funds.class).list(Reader.OPERATOR);
    if (json) {
      Json.array(talk, funds.stream().map(FundList::rendered).iterator());
      return;
    }
    var table = new Table(COLUMNS.stream().map(c -> talk.words("column." + c)).toList());
    for (var f : funds) {
      table.row(
          List.of(
              f.id(),
              talk.words(f.shown() ? "funds.shown" : "funds.not-shown"),
              f.terms().since().toString(),
              String.valueOf(f.contributions().size()),
              promised(f).values().stream().map(Money::toString).collect(Collectors.joining(", ")),
              f.terms().title().in(talk.language()).map(LocalizedText.Spoken::text).orElse("")));
    }
    table.print(talk);
    if (funds.isEmpty()) {
      talk.say("list.no-funds");
    }
  }

  /// By currency; currencies are not added.
  private static Map<String, Money> promised(Fund f) {
    var sums = new TreeMap<String, Money>();
    for (var c : f.contributions().values()) {
      var pledged = c.pledged();
      if (pledged != null) {
        sums.merge(pledged.code(), pledged, Money::plus);
      }
    }
    return sums;
  }

  private static Map<String, Object> rendered(Fund f) {
    var item = new LinkedHashMap<String, Object>();
    item.put("id", f.id());
    item.put("title", f.terms().title().byLanguage());
    item.put("owner", f.owner());
    item.put("shown", f.shown());
    item.put("since", f.terms().since().toString());
    item.put("currency", f.terms().currency());
    item.put("contributions", f.contributions().size());
    var promised = new LinkedHashMap<String, String>();
    promised(f).forEach((code, money) -> promised.put(code, money.amount().toPlainString()));
    item.put("promised", promised);
    return item;
  }
}
