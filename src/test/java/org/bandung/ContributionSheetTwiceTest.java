package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bandung.InventedNode.Person;
import org.bandung.access.Accounts;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Role;
import org.bandung.exchange.sheets.ContributionTable;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.sheets.ContributionSheets;
import org.bandung.registry.sheets.ContributionSheets.Told;
import org.bandung.registry.sheets.SheetFate.Change;
import org.bandung.registry.sheets.SheetFate.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A template on its way: nobody's word is doubled in another's name, and none is lost to what was
/// changed meanwhile.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContributionSheetTwiceTest {

  private static final String HEADER =
      "initiative,reference,version,kind,what,date,amount,currency,provider,receiver\n";

  private InventedNode node;
  private Person ours;
  private Person theirs;

  /// She speaks for both parties.
  private Person both;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    var ourBody = node.authority("QMM");
    var theirBody = node.authority("QNN");
    ours = person(node.keeper(), ourBody, "twiceours");
    theirs = person(node.keeper(), theirBody, "twicetheirs");
    both = person(ours, ourBody, "twiceboth");
    var invited =
        node.bean(Mandates.class)
            .invite(node.account(theirs), theirBody, both.email(), Set.of(Role.CONTRIBUTOR), "en");
    var link = ((Mandates.PeopleOutcome.Invited) invited).link();
    assertThat(
            node.bean(Accounts.class).accept(link.substring(link.lastIndexOf('/') + 1), both.id()))
        .isTrue();
  }

  private Person person(Person by, Body body, String name) {
    return node.person(by, body, name, Role.SIGNATORY, Role.CONTRIBUTOR, Role.AUTHORITY);
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private Told look(Person who, String table) throws IOException {
    return look(who, table.getBytes(StandardCharsets.UTF_8));
  }

  private Told look(Person who, byte[] table) throws IOException {
    var read = ContributionTable.read(new ByteArrayInputStream(table));
    assertThat(read.unreadable()).isEmpty();
    return node.bean(ContributionSheets.class).look(node.account(who), read.rows());
  }

  private void take(Person who, String table) throws IOException {
    var read =
        ContributionTable.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    assertThat(
            node.bean(ContributionSheets.class)
                .take(node.account(who), read.rows(), look(who, table).seal(), table)
                .done())
        .isTrue();
  }

  private byte[] template(Person who) {
    var csv = new ByteArrayOutputStream();
    ContributionTable.csv(csv, node.bean(ContributionSheets.class).template(node.account(who)));
    return csv.toByteArray();
  }

  private String partyOf(String id, String kind) {
    return node
        .bean(JointInitiatives.class)
        .find(node.account(both), id)
        .orElseThrow()
        .joint()
        .stated()
        .values()
        .stream()
        .filter(s -> s.said().what().byLanguage().containsValue(kind))
        .map(s -> s.by() + " " + s.version())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoeverStatedItSpeaksInItsRow() throws Exception {
    var id = JointFilesTest.begun(node, ours, "twice1");
    take(theirs, HEADER + id + ",R,,money,Received,2026,100,USD,QMM,QNN\n");
    take(ours, HEADER + id + ",G,,money,Given,2026,100,USD,QMM,QNN\n");

    assertThat(look(both, template(both)).fates())
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(f -> f.kind() == Kind.REPEATS);

    take(
        both,
        new String(template(both), StandardCharsets.UTF_8).replace("Received", "Received by us"));
    assertThat(partyOf(id, "Received by us")).isEqualTo("QNN 2");
    // of her own books: the receiver is hers, and the same reference is the same again
    take(both, HEADER + id + ",B-1,,money,Again,2026,3,USD,QNN,QMM\n");
    assertThat(partyOf(id, "Again")).isEqualTo("QNN 1");
    assertThat(look(both, HEADER + id + ",B-1,,,,,4,,,\n").fates())
        .extracting(f -> f.kind())
        .containsExactly(Kind.OVERWRITES);
  }

  @Test
  void whatWasChangedSinceTheTemplateIsNotOverwrittenUnseen() throws Exception {
    var id = JointFilesTest.begun(node, ours, "twice2");
    take(ours, HEADER + id + ",M,,money,Monday,2026,100,USD,,\n");
    var monday = template(ours);
    take(ours, HEADER + id + ",M,,,,,120,,,\n");

    var told = look(ours, monday);

    assertThat(told.useful()).isFalse();
    assertThat(told.fates().stream().filter(f -> f.initiative().equals(id)))
        .singleElement()
        .satisfies(f -> {
          assertThat(f.faults()).extracting("why").containsExactly("sheet-stale");
          assertThat(f.changes()).containsExactly(new Change("amount", "120", "100"));
        });
    // the template of now changes it, and says what from and what to
    var row = HEADER + id + ",M,2,,,,130,,,\n";
    assertThat(look(ours, row).fates())
        .singleElement()
        .satisfies(f -> {
          assertThat(f.kind()).isEqualTo(Kind.OVERWRITES);
          assertThat(f.changes()).containsExactly(new Change("amount", "120", "130"));
        });
    var us = node.signedIn(ours);
    us.get("/desk/initiatives/sheet");
    var page =
        us.upload("/desk/initiatives/sheet", "s.csv", row.getBytes(StandardCharsets.UTF_8)).body();
    assertThat(page).contains("before <bdi>120</bdi>; after <bdi>130</bdi>");
    // what says what stands loses nobody's word, whatever its version
    assertThat(look(ours, HEADER + id + ",M,1,,,,120,,,\n").fates())
        .extracting(f -> f.kind())
        .containsExactly(Kind.REPEATS);
    for (var bad : List.of("one", "-1", "1.5", "99999999999")) {
      assertThat(look(ours, HEADER + id + ",M," + bad + ",,,,1,,,\n").fates())
          .singleElement()
          .satisfies(f -> assertThat(f.faults()).extracting("why").containsExactly("version"));
    }
    // a copied row with a reference of its own
    assertThat(look(ours, HEADER + id + ",N,1,money,New,2026,1,USD,,\n").fates())
        .singleElement()
        .satisfies(f -> assertThat(f.faults()).extracting("why").containsExactly("gone"));
  }
}
