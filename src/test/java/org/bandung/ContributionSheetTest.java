package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bandung.InventedNode.Person;
import org.bandung.access.Role;
import org.bandung.exchange.sheets.ContributionTable;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.joint.Joint;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.sheets.ContributionSheets;
import org.bandung.registry.sheets.ContributionSheets.Told;
import org.bandung.registry.sheets.SheetFate.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Contributions to initiatives that are there, uploaded in one sheet: it says before it acts
/// whether it adds or overwrites, and does all or nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContributionSheetTest {

  private static final String HEADER =
      "initiative,reference,kind,what,date,amount,currency,quantity,unit,provider,receiver\n";

  private InventedNode node;
  private Person ours;
  private Person theirs;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    ours = person("QMM");
    theirs = person("QNN");
  }

  private Person person(String country) {
    return node.person(
        node.keeper(),
        node.authority(country),
        "sheet" + country,
        Role.SIGNATORY,
        Role.CONTRIBUTOR,
        Role.AUTHORITY);
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private List<org.bandung.registry.sheets.SheetRow> rows(String table) throws IOException {
    var sheet =
        ContributionTable.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    assertThat(sheet.unreadable()).isEmpty();
    return sheet.rows();
  }

  private Told look(Person who, String table) throws IOException {
    return node.bean(ContributionSheets.class).look(node.account(who), rows(table));
  }

  private Told take(Person who, String table, String seal) throws IOException {
    return node.bean(ContributionSheets.class)
        .take(node.account(who), rows(table), seal, "file " + table.hashCode());
  }

  private static ReportedAmount amount(Joint.Stated stated) {
    return Objects.requireNonNull(stated.said().figure().amount());
  }

  private int number;

  private String begun() {
    return JointFilesTest.begun(node, ours, "sheet" + ++number);
  }

  private Joint joint(String id) {
    return node.bean(JointInitiatives.class).find(node.account(ours), id).orElseThrow().joint();
  }

  @Test
  void saysBeforeItActsWhetherItAddsOrOverwrites() throws Exception {
    var id = begun();
    var first =
        HEADER
            + id
            + ",TX-1,money,First tranche,2026-01-15,1000.50,USD,,,QMM,QNN\n"
            + id
            + ",TX-2,in-kind,Two nurses,2026-02,,,40,person-day,,\n"
            + id
            + ",,,,,,,,,,\n";

    var told = look(ours, first);

    assertThat(told.fates()).extracting("kind").containsExactly(Kind.ADDS, Kind.ADDS);
    assertThat(told.totals())
        .containsExactly(
            new ContributionSheets.Total(
                "USD", java.math.BigDecimal.ZERO, new java.math.BigDecimal("1000.50")));
    assertThat(joint(id).stated()).as("nothing is done by looking").isEmpty();
    assertThat(take(ours, first, told.seal()).done()).isTrue();
    assertThat(joint(id).stated()).hasSize(2);

    var second =
        HEADER
            + id
            + ",TX-1,,,,900,,,,,\n"
            + id
            + ",TX-2,in-kind,Two nurses,2026-02,,,40,person-day,,\n"
            + id
            + ",TX-3,money,Second tranche,2026-03-01,5,USD,,,,\n";
    var again = look(ours, second);

    assertThat(again.fates())
        .extracting("kind")
        .containsExactly(Kind.OVERWRITES, Kind.REPEATS, Kind.ADDS);
    assertThat(again.totals())
        .containsExactly(
            new ContributionSheets.Total(
                "USD", new java.math.BigDecimal("1000.50"), new java.math.BigDecimal("905")));
    assertThat(take(ours, second, again.seal()).done()).isTrue();
    assertThat(joint(id).stated().values())
        .anySatisfy(s -> {
          assertThat(s.version()).isEqualTo(2);
          assertThat(amount(s).value()).isEqualByComparingTo("900");
          assertThat(amount(s).currency()).isEqualTo("USD");
          assertThat(s.said().what().byLanguage()).containsValue("First tranche");
        });
    // the same file once more has nothing to do, and the sheet of before undoes it
    assertThat(look(ours, second).fates()).extracting("kind").containsOnly(Kind.REPEATS);
    var undo = look(ours, first);
    assertThat(take(ours, first, undo.seal()).done()).isTrue();
    assertThat(joint(id).stated().values())
        .anyMatch(s -> s.version() == 3 && amount(s).value().toPlainString().equals("1000.50"));
  }

  @Test
  void takesAllOrNothing() throws Exception {
    var id = begun();
    var table =
        HEADER
            + id
            + ",A,money,Good,2026,10,USD,,,,\n"
            + id
            + ",B,money,Bad,2026,ten,USD,,,,\n"
            + id
            + ",A,money,Twice,2026,10,USD,,,,\n"
            + "zzzzzzzzzzzzzzzz,C,money,Elsewhere,2026,10,USD,,,,\n"
            + id
            + ",D,money,,2026,\"1,000\",usd,,,Atlantis,\n"
            + id
            + ",,money,No reference,soon,10,USD,,,,\n"
            + id
            + ",E,gold,To itself,2026,10,USD,,,QMM,QMM\n"
            + id
            + ",F,money,,2026,10,USD,,,,\n"
            + id
            + ",G,money,Ours is not theirs,2026,10,USD,,,QNN,*\n";

    var told = look(ours, table);

    assertThat(told.count(Kind.ADDS)).isEqualTo(1);
    assertThat(told.count(Kind.FAULT)).isEqualTo(8);
    assertThat(told.fates())
        .extracting(f -> f.line() + " " + f.faults().stream().map(x -> x.why()).sorted().toList())
        .containsExactly(
            "2 []",
            "3 [amount]",
            "4 [reference-twice]",
            "5 [initiative]",
            "6 [amount, currency, no-such-party]",
            "7 [date, reference]",
            "8 [kind]",
            "9 [text-missing]",
            "10 [not-own]");
    assertThat(take(ours, table, told.seal()).done()).isFalse();
    assertThat(joint(id).stated()).isEmpty();
  }

  @Test
  void isNotDoneWhenSomethingChangedSinceItWasShown() throws Exception {
    var id = begun();
    var one = HEADER + id + ",X,money,One,2026,1,USD,,,,\n";
    var two = HEADER + id + ",X,money,Two,2026,2,USD,,,,\n";
    var shown = look(ours, one);
    take(ours, two, look(ours, two).seal());

    var told = take(ours, one, shown.seal());

    assertThat(told.done()).isFalse();
    assertThat(told.changed()).isTrue();
    assertThat(told.fates()).extracting("kind").containsExactly(Kind.OVERWRITES);
    assertThat(joint(id).stated().values())
        .extracting(s -> amount(s).value().intValue())
        .containsExactly(2);
  }

  @Test
  void nobodyStatesForAnother() throws Exception {
    var id = begun();
    var table = HEADER + id + ",X,money,One,2026,1,USD,,,,\n";
    take(ours, table, look(ours, table).seal());
    var stated = joint(id).stated().keySet().iterator().next();
    var stranger = person("QPP");

    assertThat(look(stranger, table).fates()).extracting("kind").containsExactly(Kind.FAULT);
    // the other side with the same reference, or with the very id, states its own
    var told = look(theirs, HEADER + id + "," + stated + ",money,Ours,2026,7,USD,,,QNN,QMM\n");
    assertThat(told.fates()).extracting("kind").containsExactly(Kind.ADDS);
    assertThat(joint(id).stated()).hasSize(1);
  }

  @Test
  void theTemplateUploadedAgainChangesNothing() throws Exception {
    var id = begun();
    var table =
        HEADER
            + id
            + ",X,money,=cmd|' /C calc'!A0,2026-05,12.5,USD,,,,\n"
            + id
            + ",Y,in-kind,Plain,2026,,,3,person,QMM,*\n";
    take(ours, table, look(ours, table).seal());
    var rows = node.bean(ContributionSheets.class).template(node.account(ours));
    var csv = new ByteArrayOutputStream();
    ContributionTable.csv(csv, rows);
    var book = new ByteArrayOutputStream();
    ContributionTable.workbook(book, rows);

    assertThat(csv.toString(StandardCharsets.UTF_8)).contains("'=cmd").doesNotContain(",=cmd");
    for (var file : List.of(csv, book)) {
      var read = ContributionTable.read(new ByteArrayInputStream(file.toByteArray()));
      assertThat(read.unreadable()).isEmpty();
      var told = node.bean(ContributionSheets.class).look(node.account(ours), read.rows());
      assertThat(told.fates()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(told.fates()).allMatch(f -> f.kind() == Kind.REPEATS);
    }
  }

  @Test
  void hostileFilesAreToldAndTakeNothing() throws Exception {
    for (var file :
        List.of(
            "",
            "\0\0\0\0",
            "<html></html>",
            "initiative\n\"never closed",
            "a,b,c\n1,2,3\n",
            "PK\u0003\u0004 no workbook",
            "initiative,what\n" + "x,y\n".repeat(501),
            "initiative,what\nx," + "y".repeat(30_000) + "\n")) {
      var sheet =
          ContributionTable.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
      var told = node.bean(ContributionSheets.class).look(node.account(ours), sheet.rows());
      assertThat(
              sheet.unreadable().isPresent()
                  || told.fates().stream().allMatch(f -> f.kind() == Kind.FAULT))
          .as(file.substring(0, Math.min(20, file.length())))
          .isTrue();
      assertThat(told.useful()).isFalse();
    }
  }

  @Test
  void goesThroughThePage() throws Exception {
    var id = begun();
    var us = node.signedIn(ours);
    us.get("/desk/initiatives/sheet");
    var table = HEADER + id + ",P-1,money,By page,2026,77,USD,,,,\n";
    var shown =
        us.upload("/desk/initiatives/sheet", "sheet.csv", table.getBytes(StandardCharsets.UTF_8));
    assertThat(shown.body()).contains("Adds 1 contribution", "P-1");
    assertThat(joint(id).stated()).isEmpty();
    var done = us.post("/desk/initiatives/sheet/take");
    assertThat(done.body()).contains("Done");
    assertThat(joint(id).stated()).hasSize(1);
    // sent twice, nothing is done twice
    us.post("/desk/initiatives/sheet/take");
    assertThat(joint(id).stated().values()).allMatch(s -> s.version() == 1);
    assertThat(us.get("/desk/initiatives/sheet/template.csv").body()).contains(id);
    assertThat(node.stranger().get("/desk/initiatives/sheet").body()).doesNotContain(id);
  }
}
