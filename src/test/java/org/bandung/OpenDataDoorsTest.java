package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bandung.exchange.packages.Dumps;
import org.bandung.exchange.tossd.TossdColumn;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Reader;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.money.Rates;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.bandung.statistics.Statistics;
import org.bandung.statistics.counting.Dimension;
import org.bandung.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/// Open data through its doors: TOSSD, SDMX, the catalogue and the feed of changes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenDataDoorsTest {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

  private InventedNode node;
  private Registry registry;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    registry = node.bean(Registry.class);
    RandomRecords.rates(node.bean(Rates.class));
    new RandomRecords(7).receive(registry, 60);
    var records = new RandomRecords(8);
    try (var run = registry.beginImport("iati", "known.xml")) {
      run.receive(
          List.of(records.statement("QM-KNOWN", "known", Statement.Speaker.PUBLISHER, known())));
      run.finish(false);
    }
    node.bean(Statistics.class).catchUp();
    node.bean(Dumps.class).make();
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private static Content known() {
    var day = new PartialDate(2012, 5, 10);
    return new Content(
        "project",
        LocalizedText.of("en", "=Nurses"),
        LocalizedText.of("en", "Nurses learn"),
        "2",
        Period.UNKNOWN,
        new Period(day, day, false),
        List.of(
            Participant.country(Role.PROVIDER, new CountryCode("QMM")),
            new Participant(Role.RECIPIENT, new CountryCode("QNN"), null, "60", null),
            new Participant(Role.RECIPIENT, new CountryCode("QPP"), null, "40", null)),
        List.of(
            new Content.Classification("dac-sector", "12220", "70", LocalizedText.EMPTY),
            new Content.Classification("dac-sector", "31120", "30", LocalizedText.EMPTY),
            new Content.Classification("cooperation-form", "training", null, LocalizedText.EMPTY),
            new Content.Classification("sdg", "3.8", null, LocalizedText.EMPTY),
            new Content.Classification("sdg", "17", null, LocalizedText.EMPTY)),
        List.of(),
        List.of(
            given("disbursement", new ReportedAmount(new BigDecimal("1000.01"), "USD"), day),
            given("budget", new ReportedAmount(new BigDecimal("5"), "USD"), day),
            given("commitment", new ReportedAmount(new BigDecimal("7"), "XTS"), day)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Content.Contribution given(String kind, ReportedAmount amount, PartialDate day) {
    return new Content.Contribution(
        kind,
        null,
        new Period(day, day, false),
        amount,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        null,
        List.of(),
        LocalizedText.EMPTY);
  }

  private List<NamedCsvRecord> csv(String path) {
    var answer = node.stranger().get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return CsvReader.builder().ofNamedCsvRecord(answer.body().substring(1)).stream().toList();
  }

  @Test
  void tossdHasARowForEachContributionAndRecipient() {
    var rows = csv("/data/tossd.csv?provider=QMM&year=2012");

    assertThat(TossdColumn.all()).hasSize(53);
    assertThat(rows).hasSize(4);
    var first = rows.getFirst();
    assertThat(first.getHeader()).isEqualTo(TossdColumn.names());
    assertThat(first.getField("project_title")).isEqualTo("'=Nurses");
    assertThat(first.getField("recipient_name")).isEqualTo("Norelia");
    assertThat(first.getField("usd_disbursement")).isEqualTo("0.60001");
    assertThat(rows.get(1).getField("usd_disbursement")).isEqualTo("0.40000");
    assertThat(first.getField("framework_of_collaboration_code")).isEqualTo("FC01");
    assertThat(first.getField("modality_code")).isEqualTo("D021");
    assertThat(first.getField("purpose_code")).isEqualTo("12220");
    assertThat(first.getField("sector_code")).isEqualTo("122");
    assertThat(first.getField("sdg_codes_raw")).isEqualTo("17;3.8");
    assertThat(first.getField("usd_commitment")).isEmpty();
    // what cannot be converted is a row without an amount, never zero
    assertThat(rows.get(2).getField("usd_commitment")).isEmpty();
    assertThat(rows.get(2).getField("usd_disbursement")).isEmpty();
    var page = node.stranger().get("/data/tossd?provider=QMM&year=2012").body();
    assertThat(page).contains("4 rows", "finance_instrument_code", "usd_*");
    assertThat(node.stranger().get("/data/tossd.csv?provider=QMM&year=soon").statusCode())
        .isEqualTo(400);
    assertThat(node.stranger().get("/data/tossd.csv?provider=XYZ&year=2012").statusCode())
        .isEqualTo(400);
    assertThat(node.stranger().get("/data/tossd.csv").statusCode()).isEqualTo(400);
  }

  @Test
  void sdmxTellsTheSameFiguresInColumnsThatStay() throws Exception {
    var structure =
        JsonMapper.shared().readTree(node.stranger().get("/data/sdmx/structure.json").body());
    var dimensions = new ArrayList<String>();
    structure
        .at("/data/dataStructures/0/dataStructureComponents/dimensionList/dimensions")
        .forEach(d -> dimensions.add(d.get("id").asString()));
    for (var query :
        List.of(
            "rows=country&columns=year",
            "measure=given&in=USD&rows=recipient&columns=year&provider=QMM",
            "rows=reporter&year=2018,2019",
            "rows=country&country=QMM",
            "measure=quantity&in=person-days&rows=form")) {
      var rows = csv("/statistics.sdmx.csv?" + query);
      var plain = csv("/statistics.csv?" + query);
      assertThat(rows.getFirst().getHeader().subList(0, 3))
          .containsExactly("STRUCTURE", "STRUCTURE_ID", "ACTION");
      assertThat(rows.getFirst().getHeader()).containsAll(dimensions);
      var keys = new HashSet<List<String>>();
      for (var row : rows) {
        assertThat(keys.add(row.getFields().subList(3, 4 + dimensions.size())))
            .as("each observation once: " + row)
            .isTrue();
        assertThat(row.getField("STRUCTURE_ID")).isEqualTo("BANDUNG:STATISTICS(1.0)");
        assertThat(row.getField("OBS_STATUS"))
            .isEqualTo(row.getField("OBS_VALUE").isEmpty() ? "O" : "A");
        for (var dimension : dimensions) {
          assertThat(row.getField(dimension)).matches("[A-Za-z0-9_@$-]+");
        }
      }
      assertThat(values(rows, "OBS_VALUE")).as(query).isEqualTo(values(plain, "value"));
    }
  }

  private static final List<String> SLICES =
      List.of(
          "measure=given&in=USD&rows=recipient",
          "measure=given&in=EUR&rows=recipient",
          "measure=given&in=USD&rows=recipient&prices=2015",
          "measure=given&in=USD&rows=recipient&prices=2016",
          "measure=given&in=USD&rows=recipient&prices=2016&deflator=a.b",
          "measure=given&in=USD&rows=recipient&southSouth=true",
          "measure=given&in=USD&rows=recipient&compilations=true",
          "measure=given&in=USD&rows=recipient&without=QMM",
          "measure=given&in=USD&rows=recipient&recipient=QNN,QPP",
          "measure=given&in=USD&rows=recipient&provider=QMM,QNN",
          "measure=given&in=USD&rows=recipient&provider=QMM,QPP",
          "rows=country&columns=scope&year=2018,2020",
          "rows=country&columns=scope&year=2018,2019,2020",
          "rows=country&columns=region&country=QNN,QPP",
          "rows=country&columns=region&country=QNN",
          "rows=country&columns=region");

  /// Tables put one under the other: whoever loads them overwrites nothing by something else.
  @Test
  void sdmxNeverPutsTwoFiguresInOnePlace() {
    var dimensions = new ArrayList<>(sdmxLists().keySet());
    dimensions.add("TIME_PERIOD");
    var values = new HashMap<List<String>, String>();
    for (var slice : SLICES) {
      for (var row : csv("/statistics.sdmx.csv?" + slice)) {
        var key = dimensions.stream().map(row::getField).toList();
        var value = row.getField("OBS_VALUE");
        assertThat(values.getOrDefault(key, value)).as(slice + " " + key).isEqualTo(value);
        values.put(key, value);
      }
    }
  }

  /// The codes that the structure declares, by dimension; none for a dimension of free text.
  private Map<String, Set<String>> sdmxLists() {
    var structure =
        JsonMapper.shared().readTree(node.stranger().get("/data/sdmx/structure.json").body());
    var lists = new HashMap<String, Set<String>>();
    for (var list : structure.at("/data/codelists")) {
      var codes = new HashSet<String>();
      assertThat(list.get("names")).hasSize(7);
      for (var code : list.get("codes")) {
        assertThat(codes.add(code.get("id").asString())).isTrue();
        assertThat(code.get("names")).hasSize(7);
      }
      lists.put(list.get("id").asString(), codes);
    }
    var declared = new LinkedHashMap<String, Set<String>>();
    for (var d :
        structure.at("/data/dataStructures/0/dataStructureComponents/dimensionList/dimensions")) {
      var form = d.get("localRepresentation");
      if (form.has("enumeration")) {
        var name = form.get("enumeration").asString().replaceAll(".*:(CL_[A-Z0-9_]+)\\(.*", "$1");
        assertThat(lists).containsKey(name);
        declared.put(d.get("id").asString(), lists.get(name));
      } else {
        assertThat(form.at("/format/dataType").asString()).isEqualTo("String");
        declared.put(d.get("id").asString(), Set.of());
      }
    }
    return declared;
  }

  /// Every row by every dimension says only what the structure declares.
  @Test
  void sdmxRowsHaveTheCodesOfTheStructure() {
    var declared = sdmxLists();
    assertThat(declared.values().stream().filter(c -> !c.isEmpty())).hasSizeGreaterThan(15);
    int seen = 0;
    for (var dimension : Dimension.values()) {
      if (dimension == Dimension.PARTNER) {
        continue; // wants a country; its codes are those of COUNTRY
      }
      for (var measure : List.of("initiatives", "given&in=EUR")) {
        for (var row :
            csv("/statistics.sdmx.csv?measure=" + measure + "&rows=" + dimension.word())) {
          declared.forEach((id, codes) -> {
            if (!codes.isEmpty()) {
              assertThat(codes).as(id + " of " + row).contains(row.getField(id));
            }
          });
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(60);
  }

  /// The figures, each once.
  private static TreeSet<BigDecimal> values(List<NamedCsvRecord> rows, String column) {
    var values = new TreeSet<BigDecimal>();
    rows.stream()
        .map(r -> r.getField(column))
        .filter(v -> !v.isEmpty())
        .forEach(v -> values.add(new BigDecimal(v)));
    return values;
  }

  @Test
  void theCatalogueNamesFilesThatAreWhatItSays() throws Exception {
    var answer = node.stranger().get("/data/catalogue.jsonld");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/ld+json");
    var catalogue = JsonMapper.shared().readTree(answer.body());
    assertThat(catalogue.get("@type").asString()).isEqualTo("dcat:Catalog");
    int checked = 0;
    for (var dataset : catalogue.get("dcat:dataset")) {
      assertThat(dataset.get("dct:title")).hasSize(7);
      for (var file : dataset.get("dcat:distribution")) {
        var path = file.at("/dcat:downloadURL/@id").asString().replaceAll("https?://[^/]+", "");
        assertThat(node.stranger().get(path).statusCode()).as(path).isEqualTo(200);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(4);
    var dump = node.bean(Dumps.class).latest().orElseThrow();
    assertThat(answer.body()).contains(dump.zipSha256(), dump.workbookSha256());
  }

  private Element feed(String path) throws Exception {
    var answer = node.stranger().get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  private static List<String> told(Element feed, String namespace, String name, String id) {
    var told = new ArrayList<String>();
    var found = feed.getElementsByTagNameNS(namespace, name);
    for (int i = 0; i < found.getLength(); i++) {
      var element = (Element) found.item(i);
      told.add(
          id.isEmpty()
              ? element.getElementsByTagNameNS(ATOM, "id").item(0).getTextContent()
              : element.getAttribute(id));
    }
    return told;
  }

  @Test
  void theFeedTellsWhatCameAndWhatWent() throws Exception {
    var gone = registry.find(Reader.PUBLIC, "R-1").orElseThrow().id();
    var shut = registry.find(Reader.PUBLIC, "R-2").orElseThrow().id();
    registry.withdraw("iati:QM-RAND", "R-1");
    registry.withdraw("iati:QN-RAND", "R-1");
    node.bean(Database.class)
        .inTransaction(() ->
            node.bean(Database.class)
                .sql()
                .sql("update registry_initiative set audience = 'operator' where id = :id")
                .param("id", shut)
                .update());

    var came = new ArrayList<String>();
    var went = new ArrayList<String>();
    var path = "/data/changes.atom";
    for (int pages = 0; !path.isEmpty(); pages++) {
      assertThat(pages).isLessThan(20);
      var feed = feed(path);
      came.addAll(told(feed, ATOM, "entry", ""));
      went.addAll(told(feed, TOMBSTONES, "deleted-entry", "ref"));
      var next =
          Pattern.compile("rel=\"next\" href=\"https?://[^/]+([^\"]+)\"")
              .matcher(node.stranger().get(path).body());
      path = next.find() ? next.group(1) : "";
    }
    assertThat(came).anyMatch(id -> id.endsWith("/initiatives/" + knownId()));
    assertThat(came).noneMatch(id -> id.endsWith(gone) || id.endsWith(shut));
    assertThat(went).anyMatch(id -> id.endsWith(gone)).anyMatch(id -> id.endsWith(shut));
    assertThat(came.getFirst().isEmpty()).isFalse();
    assertThat(node.stranger().get("/data/changes.atom?before=nonsense").statusCode())
        .isEqualTo(400);
  }

  private String knownId() {
    return Objects.requireNonNull(registry.find(Reader.PUBLIC, "known").orElseThrow().id());
  }

  @Test
  void thePageOffersOnlyWhatThereIs() {
    var page = node.stranger().get("/data").body();
    var links = Pattern.compile("href=\"(/(?:data|iati)[^\"]*|/[a-z]+[.]csv)\"").matcher(page);
    int seen = 0;
    while (links.find()) {
      assertThat(node.stranger().get(links.group(1)).statusCode())
          .as(links.group(1))
          .isEqualTo(200);
      seen++;
    }
    assertThat(seen).isGreaterThan(7);
    assertThat(node.stranger().get("/data/bandung-1999-01-01.zip").statusCode()).isEqualTo(404);
    assertThat(node.stranger().get("/data/bandung-..%2F..%2Fx.zip").statusCode())
        .isGreaterThanOrEqualTo(400);
  }
}
