package org.bandung.web.economy;

import java.util.List;
import java.util.Optional;
import org.bandung.economy.Dependences;
import org.bandung.economy.SouthShares;
import org.bandung.economy.Told;
import org.bandung.economy.Wish;
import org.bandung.web.economy.EconomyPage.Figure;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;

/// The most telling figures of an economy, for pages that are about more than it.
@Component
public final class EconomyBrief {

  private final EconomyFrame frame;
  private final Dependences dependences;
  private final SouthShares shares;

  EconomyBrief(EconomyFrame frame, Dependences dependences, SouthShares shares) {
    this.frame = frame;
    this.dependences = dependences;
    this.shares = shares;
  }

  /// A few figures.
  ///
  /// @param address of the page with all of them
  /// @param source what they rest on, in a line
  public record Brief(String address, List<Figure> figures, String source) {
    public Brief {
      figures = List.copyOf(figures);
    }
  }

  /// @return empty if nothing is held of its trade
  public Optional<Brief> country(String code, Words in) {
    var words = frame.speaking(in);
    return dependences
        .inShort(code, Wish.USUAL)
        .map(d ->
            new Brief(
                CountryEconomy.address(code),
                CountryEconomy.figures(d, words),
                source(d.told(), words)));
  }

  /// @return empty if nothing is held of its members' trade
  public Optional<Brief> grouping(String code, Words in) {
    var words = frame.speaking(in);
    return shares
        .group(code, Wish.USUAL)
        .flatMap(g ->
            GroupingEconomy.at(g, Wish.USUAL.year())
                .filter(y -> !y.reporting().isEmpty())
                .map(y ->
                    new Brief(
                        GroupingEconomy.address(code),
                        GroupingEconomy.figures(g, y, words),
                        source(g.told(), words))));
  }

  private static String source(Told told, EconomyWords words) {
    return words.say(
        "brief.source",
        words.dataset(told.dataset()),
        Integer.toString(told.year()),
        words.south(told.south()),
        told.reporters());
  }
}
