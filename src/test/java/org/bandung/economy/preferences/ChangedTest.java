package org.bandung.economy.preferences;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.economy.preferences.Change.Cut;
import org.bandung.economy.preferences.Change.External;
import org.junit.jupiter.api.Test;

class ChangedTest {

  private static final List<Flow> FLOWS =
      List.of(
          new Flow("QNN", "QMM", "1", 100),
          new Flow("QXX", "QMM", "1", 300),
          new Flow("QMM", "QNN", "1", 50),
          new Flow("QXX", "QNN", "1", 100),
          new Flow("QXX", "QMM", "2", 40),
          new Flow("QMM", "QMM", "1", 70));

  private static final Tariffs TARIFFS =
      new Tariffs(
          List.of(
              new Rate("QMM", "", "1", 20),
              new Rate("QMM", "QNN", "1", 8),
              new Rate("QNN", "", "", 10)));

  private static Changed changed(Change change) {
    return Changed.of(FLOWS, TARIFFS, change);
  }

  /// `exporter>importer` -> per cent of after, for product 1.
  private static Map<String, Double> after(Change change) {
    return changed(change).flows().stream()
        .filter(f -> f.flow().product().equals("1"))
        .collect(
            Collectors.toMap(
                f -> f.flow().exporter() + ">" + f.flow().importer(),
                f -> Sums.percent(f.after())));
  }

  @Test
  void whatHasNoTariffIsLeftOutAndTold() {
    var changed = changed(new Change.Stated(List.of()));
    assertThat(changed.flows()).hasSize(5);
    assertThat(changed.coverage().lines()).isEqualTo(5);
    assertThat(changed.coverage().value()).isEqualTo(590);
    assertThat(changed.coverage().without()).isEqualTo(1);
    assertThat(changed.coverage().examples()).containsExactly(FLOWS.get(4));
    assertThat(changed.coverage().share()).isCloseTo(550.0 / 590, within(1e-12));
    assertThat(changed.flows()).allSatisfy(f -> assertThat(f.after()).isEqualTo(f.before()));
    assertThat(changed.flows().getLast().before()).isZero();
  }

  @Test
  void whatStandsNearestHolds() {
    assertThat(TARIFFS.against(FLOWS.get(0)).getAsDouble()).isEqualTo(8);
    assertThat(TARIFFS.against(FLOWS.get(1)).getAsDouble()).isEqualTo(20);
    assertThat(TARIFFS.against(FLOWS.get(2)).getAsDouble()).isEqualTo(10);
    assertThat(TARIFFS.against(FLOWS.get(4))).isEmpty();
    assertThat(TARIFFS.mostFavoured("QMM", "1").getAsDouble()).isEqualTo(20);
  }

  @Test
  void aPreferenceIsAPartOfWhatStandsToday() {
    assertThat(
            after(
                new Change.Preference(Set.of("QMM"), Set.of("QNN"), Set.of(), new Cut.Margin(50))))
        .contains(entry("QNN>QMM", 4.0), entry("QXX>QMM", 20.0), entry("QMM>QNN", 10.0));
    assertThat(after(new Change.Preference(Set.of(), Set.of("QNN"), Set.of("2"), new Cut.To(0))))
        .contains(entry("QNN>QMM", 8.0));
  }

  @Test
  void aGeneralisedPreferenceIsAPartOfTheRateOfAllAndTakesNothingAway() {
    assertThat(
            after(
                new Change.Generalised(
                    Set.of("QMM"), Set.of("QNN", "QXX"), Set.of(), new Cut.Margin(50))))
        .contains(entry("QNN>QMM", 8.0), entry("QXX>QMM", 10.0));
    assertThat(after(new Change.Generalised(Set.of(), Set.of("QNN"), Set.of(), new Cut.To(5))))
        .contains(entry("QNN>QMM", 5.0), entry("QXX>QMM", 20.0), entry("QXX>QNN", 10.0));
  }

  @Test
  void aFreeTradeAreaLeavesOthersAsTheyAre() {
    assertThat(after(new Change.FreeTradeArea(Set.of("QMM", "QNN"), Set.of())))
        .containsOnly(
            entry("QNN>QMM", 0.0),
            entry("QMM>QNN", 0.0),
            entry("QXX>QMM", 20.0),
            entry("QXX>QNN", 10.0),
            entry("QMM>QMM", 0.0));
  }

  @Test
  void aCustomsUnionHasOneTariffAgainstOthers() {
    var members = Set.of("QMM", "QNN");
    var simple = new Change.CustomsUnion(members, Set.of(), new External.SimpleMean());
    assertThat(after(simple))
        .contains(
            entry("QNN>QMM", 0.0),
            entry("QMM>QNN", 0.0),
            entry("QXX>QMM", 15.0),
            entry("QXX>QNN", 15.0));
    assertThat(changed(simple).external()).containsExactly(entry("1", 15.0));
    // (300 * 20 + 100 * 10) / 400
    assertThat(after(new Change.CustomsUnion(members, Set.of(), new External.WeightedMean())))
        .contains(entry("QXX>QMM", 17.5), entry("QXX>QNN", 17.5));
    assertThat(after(new Change.CustomsUnion(members, Set.of(), new External.Given(12))))
        .contains(entry("QXX>QMM", 12.0), entry("QXX>QNN", 12.0));
  }

  @Test
  void ratesOfAfterCanBeStatedOneByOne() {
    assertThat(after(new Change.Stated(List.of(new Rate("QMM", "QXX", "", 3)))))
        .contains(entry("QXX>QMM", 3.0), entry("QNN>QMM", 8.0));
  }
}
