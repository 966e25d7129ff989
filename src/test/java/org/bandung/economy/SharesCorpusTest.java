package org.bandung.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.bandung.economy.EconomySources.Source;
import org.bandung.exchange.observations.ObservationsUnderTest;
import org.bandung.kernel.Corpus;
import org.bandung.reference.CountryResolution.Found;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The South's trade with itself on the real file of bilateral totals, taken in as a node does,
/// beside a second, plain reading of the same file.
@Tag("corpus")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharesCorpusTest {

  private static final Path FILE = Path.of("data/trade/penppml_bilateral_trade_1964_2016.csv.gz");
  private static final Path KEY = Path.of("data/finance/UNCTAD_world_of_debt_id_key.csv");
  private static final Set<String> ASEAN =
      Set.of("BRN", "KHM", "IDN", "LAO", "MYS", "MMR", "PHL", "SGP", "THA", "VNM");
  private static final Set<String> FOUNDERS = Set.of("ARG", "BRA", "PRY", "URY");
  private static final List<Integer> YEARS = List.of(1964, 1980, 2000, 2016);

  private final Reference reference =
      Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad"));
  private final Souths souths = new Souths(reference);
  private ObservationsUnderTest node;
  private TradeYears trade;
  private SouthShares shares;
  private Source source;
  private Set<String> developing;

  @BeforeAll
  void takeIn(@TempDir Path folder) {
    var file = Corpus.data(FILE.toString());
    node = new ObservationsUnderTest(folder);
    assertThat(node.run("bilateral-totals", file).files().getFirst().read()).isEqualTo(316_317);
    var sources = new EconomySources(node.observations());
    trade = new TradeYears(node.observations(), new Sums(reference));
    shares =
        new SouthShares(
            sources, trade, souths, node.observations(), new Sums(reference), reference);
    source = sources.find("totals", "bilateral-totals").orElseThrow();
    developing = developing();
  }

  @AfterAll
  void close() {
    node.close();
  }

  /// As UNCTAD's key of its panel of debt has them, with five it does not cover.
  private Set<String> developing() {
    var all = new HashSet<>(Set.of("HKG", "TWN", "MAC", "CUB", "PRK"));
    read(
        Corpus.data(KEY.toString()),
        row -> {
          if (row.getField("type").equals("country")
              && row.getField("development").equals("Developing countries")
              && reference.resolveCountry(row.getField("id")) instanceof Found(var country)) {
            all.add(country.alpha3());
          }
        });
    return all;
  }

  private static void read(Path file, Consumer<NamedCsvRecord> each) {
    try (InputStream bytes = Files.newInputStream(file);
        var in = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        var rows =
            CsvReader.builder()
                .detectBomHeader(true)
                .ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
      rows.forEach(each);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Exports by year from those wanted to those wanted, added up by hand.
  private static Map<Integer, Double> plain(Predicate<String> from, Predicate<String> to) {
    var sums = new HashMap<Integer, Double>();
    read(
        Corpus.data(FILE.toString()),
        row -> {
          if (from.test(row.getField("exp")) && to.test(row.getField("imp"))) {
            sums.merge(
                Integer.valueOf(row.getField("time")),
                Double.valueOf(row.getField("export")),
                Double::sum);
          }
        });
    return sums;
  }

  private static TradeShares in(int year, List<TradeShares> years) {
    return years.stream().filter(y -> y.year() == year).findFirst().orElseThrow();
  }

  private static double percent(double part, double whole) {
    return 100 * part / whole;
  }

  @Test
  void theSharesOfTheAcceptanceAreFound() {
    assertThat(developing).hasSize(145).doesNotContain("KOR").contains("CHN", "BRA");
    var south = South.listed("developing", developing);
    var told = shares.trade(source, south, true);

    var expected = Map.of(1964, 3.0, 1980, 5.4, 2000, 9.8, 2016, 19.7);
    var withoutLargest = Map.of(1964, 2.9, 1980, 5.3, 2000, 7.5, 2016, 9.9);
    assertThat(told.largest()).contains("CHN");
    for (int year : YEARS) {
      assertThat(100 * in(year, told.years()).ofWorld().orElseThrow())
          .as("%d", year)
          .isCloseTo(expected.getOrDefault(year, 0.0), within(0.05));
      assertThat(100 * in(year, told.withoutLargest()).ofWorld().orElseThrow())
          .as("%d without its largest member", year)
          .isCloseTo(withoutLargest.getOrDefault(year, 0.0), within(0.05));
    }
  }

  @Test
  void aPlainReadingOfTheFileGivesTheSame() {
    var world = plain(c -> true, c -> true);
    var within = plain(developing::contains, developing::contains);
    Predicate<String> less = c -> developing.contains(c) && !c.equals("CHN");
    var without = plain(less, less);
    var told = shares.trade(source, South.listed("developing", developing), true);

    assertThat(told.years())
        .extracting(TradeShares::year)
        .containsExactlyElementsOf(world.keySet().stream().sorted().toList());
    for (var year : told.years()) {
      double whole = world.getOrDefault(year.year(), 0.0);
      assertThat(year.world()).isCloseTo(whole, within(1e-9 * whole));
      assertThat(100 * year.ofWorld().orElseThrow())
          .isCloseTo(percent(within.getOrDefault(year.year(), 0.0), whole), within(1e-9));
      assertThat(100 * in(year.year(), told.withoutLargest()).ofWorld().orElseThrow())
          .isCloseTo(percent(without.getOrDefault(year.year(), 0.0), whole), within(1e-9));
    }
  }

  @Test
  void groupsTradeWithThemselvesAsPublished() {
    var expected = Map.of(ASEAN, 24.1, FOUNDERS, 14.2);
    var flows = trade.pairs(source, true).flows();
    for (var group : expected.entrySet()) {
      var members = group.getKey();
      var all = plain(members::contains, c -> true);
      var inside = plain(members::contains, members::contains);
      var in2016 =
          GroupTrade.of(flows, y -> members).stream()
              .filter(y -> y.year() == 2016)
              .findFirst()
              .orElseThrow();

      assertThat(100 * in2016.ofExports().orElseThrow())
          .isCloseTo(group.getValue(), within(0.05))
          .isCloseTo(
              percent(inside.getOrDefault(2016, 0.0), all.getOrDefault(2016, 1.0)), within(1e-9));
    }
  }

  /// The node knows who belonged when: the communities as they were in the year, and each without
  /// its largest member.
  @Test
  void groupingsOfTheReferenceAgree() {
    var asean = shares.group("ASEAN", Wish.USUAL).orElseThrow();
    var mercosur = shares.group("MERCOSUR", Wish.USUAL).orElseThrow();
    var last = asean.years().getLast();

    assertThat(last.year()).isEqualTo(2016);
    assertThat(last.members()).containsExactlyInAnyOrderElementsOf(ASEAN);
    assertThat(100 * last.ofExports().orElseThrow()).isCloseTo(24.1, within(0.05));
    assertThat(mercosur.years().getLast().members()).containsAll(FOUNDERS);
    assertThat(asean.largest()).isPresent();
    assertThat(asean.withoutLargest().getLast().members()).hasSize(ASEAN.size() - 1);
  }

  /// Under the definitions of the node, codes mapped: other figures, for reasons docs/economy.md
  /// names. What moves them is asserted, not how far.
  @Test
  void theDefinitionsOfTheNodeDifferForReasonsThatAreKnown() {
    var published = shares.trade(source, South.listed("developing", developing), true);
    var unctad = shares.trade(Wish.USUAL.by("unctad"), false).orElseThrow();
    for (var south : souths.all()) {
      var told = shares.trade(Wish.USUAL.by(south.code()), false).orElseThrow();
      assertThat(in(2016, told.years()).world())
          .as("the world is the same under every definition")
          .isCloseTo(in(2016, unctad.years()).world(), within(1.0));
    }
    assertThat(in(1980, unctad.years()).ofWorld().orElseThrow())
        .isNotEqualTo(in(1980, published.years()).ofWorld().orElseThrow());
  }
}
