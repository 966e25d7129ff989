package org.bandung.economy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.bandung.exchange.observations.ObservationsUnderTest;
import org.bandung.observations.WorldTrade;
import org.bandung.reference.InventedWorld;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Which data answer, and what is said of them: totals of many years beside products of two.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChosenDataTest {

  private static final String TOTALS =
      """
      1960 QMM QNN - 10
      1960 QXX QNN - 90
      2010 QMM QNN - 10
      2010 QMM QXX - 40
      2010 QXX QNN - 90
      2010 QYY QNN - 60
      2021 QMM QNN - 20
      2021 QXX QNN - 80
      """;

  private TestDatabase store;
  private ObservationsUnderTest node;
  private EconomySources sources;
  private SouthShares shares;
  private Complementarities fits;
  private Debts debts;

  @BeforeAll
  void receive(@TempDir Path folder) {
    var reference = InventedWorld.reference();
    store = TestDatabase.create();
    node = new ObservationsUnderTest(store, folder, reference);
    var held = node.observations();
    WorldTrade.receive(held);
    WorldTrade.receiveDebt(held);
    WorldTrade.receive(
        held,
        WorldTrade.about("bilateral-totals", "Totals", "USD", Map.of(), ""),
        "totals.csv",
        "exports",
        TOTALS);
    sources = new EconomySources(held);
    var souths = new Souths(reference);
    var trade = new TradeYears(held, new Sums(reference));
    shares = new SouthShares(sources, trade, souths, held, new Sums(reference), reference);
    fits = new Complementarities(sources, trade, souths, reference);
    debts = new Debts(sources, held, souths);
  }

  @AfterAll
  void close() {
    node.close();
    store.close();
  }

  private static Wish in(int year) {
    return Wish.USUAL.inYear(year);
  }

  private static Wish of(String dataset, int year) {
    return new Wish(dataset, OptionalInt.of(year), "");
  }

  @Test
  void aWishedYearIsAskedOfTheDataThatHoldIt() {
    // The first choice holds 2018 and 2021, the other 1960, 2010 and 2021.
    assertThat(sources.find("totals", in(2010)).orElseThrow().dataset().code())
        .isEqualTo("bilateral-totals");
    assertThat(sources.find("totals", in(2021)).orElseThrow().dataset().code()).isEqualTo("baci");
    assertThat(sources.longest("totals", in(2018)).orElseThrow().dataset().code())
        .isEqualTo("baci");
    assertThat(sources.longest("totals", Wish.USUAL).orElseThrow().dataset().code())
        .isEqualTo("bilateral-totals");
    assertThat(sources.find("totals", of("baci", 2010))).isEmpty();
    assertThat(shares.trade(in(2018), false).orElseThrow().told().dataset()).isEqualTo("baci");
  }

  @Test
  void whatFiguresRestOnIsToldOfTheYearThatIsShown() {
    var told = shares.trade(in(2010), false).orElseThrow().told();

    assertThat(told.year()).isEqualTo(2010);
    assertThat(told.reporters()).isEqualTo(3);
    assertThat(shares.trade(of("bilateral-totals", 2021), false).orElseThrow().told().reporters())
        .isEqualTo(2);
    var group = shares.group("COMM", in(2010)).orElseThrow().told();
    assertThat(group.year()).isEqualTo(2010);
    assertThat(group.reporters()).isEqualTo(3);
  }

  @Test
  void figuresByProductSayWhatTheyRestOn() {
    var other = fits.pair("QMM", "QNN", of("bilateral-totals", 2021)).orElseThrow();
    var own = fits.pair("QMM", "QNN", of("baci", 2021)).orElseThrow();
    var without = fits.pair("QMM", "QNN", in(2010)).orElseThrow();

    assertThat(other.told().dataset()).isEqualTo("bilateral-totals");
    assertThat(other.structure()).map(Told::dataset).contains("baci");
    assertThat(own.structure()).map(Told::dataset).contains("baci");
    assertThat(without.structure()).isEmpty();
    assertThat(Answers.of(other))
        .extractingByKey("structure")
        .extracting("dataset", "year")
        .containsExactly("baci", 2021);
  }

  @Test
  void dataOfFewReportersAreNotTheWorld() {
    assertThat(Answers.of(shares.trade(in(2021), false).orElseThrow()))
        .extractingByKey("about")
        .extracting("reporters", "partial")
        .containsExactly(2, true);
    assertThat(new Told("made", "", "", "", "", 2021, "", "", 60).partial()).isFalse();
    assertThat(new Told("made", "", "", "", "", 2021, "", "", 59).partial()).isTrue();
  }

  @Test
  void debtIsOfTheYearAndTheDatasetThatAreWished() {
    var in2017 = debts.of("QNN", in(2017)).orElseThrow();
    var in2019 = debts.of("QNN", in(2019)).orElseThrow();
    var usual = debts.of("QNN", Wish.USUAL).orElseThrow();

    assertThat(in2017.stock().orElseThrow().total()).isEqualTo(100);
    assertThat(in2017.otherStock().orElseThrow().year()).isEqualTo(2017);
    assertThat(in2017.told().getFirst().year()).isEqualTo(2017);
    assertThat(in2019.stock()).isEmpty();
    assertThat(in2019.otherStock()).isEmpty();
    assertThat(usual.stock().orElseThrow().year()).isEqualTo(2018);
    assertThat(usual.told())
        .extracting(Told::dataset)
        .containsExactly("dssi", "unctad-debt", "cari-cancellation");
  }

  @Test
  void onlyTheDatasetThatIsWishedIsTold() {
    var panel = debts.of("QNN", new Wish("unctad-debt", OptionalInt.empty(), "")).orElseThrow();

    assertThat(panel.told()).extracting(Told::dataset).containsExactly("unctad-debt");
    assertThat(panel.stocks()).isEmpty();
    assertThat(panel.stock()).isEmpty();
    assertThat(panel.reliefs()).isEmpty();
    assertThat(panel.panel()).hasSize(3);
    assertThat(debts.of("QNN", new Wish("none", OptionalInt.empty(), ""))).isEmpty();
  }

  @Test
  void creditorsOfAnotherYearThanTradeSayTheirs() {
    var souths = new Souths(InventedWorld.reference());
    var trade = new TradeYears(node.observations(), new Sums(InventedWorld.reference()));
    var exposures =
        new Dependences(sources, trade, souths, debts)
            .of("QNN", of("baci", 2021))
            .orElseThrow()
            .exposures();

    assertThat(exposures)
        .filteredOn(e -> e.code().equals("north-creditors"))
        .singleElement()
        .satisfies(e -> {
          assertThat(e.year()).isEqualTo(2018);
          assertThat(e.value().orElseThrow()).isEqualTo(0.25);
          assertThat(e.other()).isPresent();
        });
    assertThat(exposures)
        .filteredOn(e -> !e.code().equals("north-creditors"))
        .allSatisfy(e -> assertThat(e.year()).isEqualTo(2021));
  }

  @Test
  void theLargestMemberIsThatOfTheLastYearWithMembers() {
    assertThat(
            SouthShares.lastWithMembers(
                java.util.List.of(1960, 2010, 2021),
                Map.of(1960, Set.of("QMM"), 2010, Set.of("QNN"), 2021, Set.of())))
        .isEqualTo(2010);
    // 2021: QMM sells 20 to QNN, a tie of both, told by the code.
    assertThat(shares.group("COMM", Wish.USUAL).orElseThrow().largest()).contains("QMM");
  }
}
