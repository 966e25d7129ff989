package org.bandung.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.bandung.reference.BadDataException.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {

  @TempDir Path world;
  @TempDir Path own;

  @BeforeEach
  void copyTheInventedWorld() throws IOException {
    var original = InventedWorld.folder("reference-world");
    try (var files = Files.walk(original)) {
      files.filter(Files::isRegularFile).forEach(file -> copy(original, file));
    }
  }

  @Test
  void refusesAMissingColumn() throws IOException {
    replace("categories.csv", "certainty", "sureness");
    assertThat(faults()).contains(new Fault("categories.csv", 1, "missing column certainty"));
  }

  @Test
  void refusesAMissingOrEmptyFile() throws IOException {
    Files.delete(world.resolve("schemes/sdg.csv"));
    Files.writeString(world.resolve("categories.csv"), "");
    assertThat(faults())
        .contains(
            new Fault("schemes/sdg.csv", 0, "the file is missing"),
            new Fault("categories.csv", 0, "the file is empty"));
  }

  @Test
  void refusesAnUnknownCountryGroupingSchemeAndRegion() throws IOException {
    append("memberships.csv", "COMM,QTT,,,member,confirmed,invented,");
    append("memberships.csv", "NONE,QMM,,,member,confirmed,invented,");
    append("status.csv", "none,1,QMM,south,,,confirmed,invented,");
    append("regions.csv", "899,subregion,898,Far,,,,,,,invented");
    assertThat(faults())
        .containsExactlyInAnyOrder(
            new Fault("memberships.csv", 11, "member is 'QTT', which is no known country or area"),
            new Fault("memberships.csv", 12, "grouping 'NONE' is not in groupings.csv"),
            new Fault("status.csv", 15, "scheme 'none' is not in status-schemes.csv"),
            new Fault("regions.csv", 8, "parent is '898', which is no known region"));
  }

  @Test
  void refusesABadDateAndAnEndBeforeTheBeginning() throws IOException {
    append("categories.csv", "SIDS,QMM,2020-13-01,,confirmed,invented,");
    append("categories.csv", "SIDS,QNN,2020,2019,confirmed,invented,");
    assertThat(faults())
        .contains(
            new Fault("categories.csv", 6, "from is '2020-13-01', which is not a date"),
            new Fault("categories.csv", 7, "ends on 2019, before it begins on 2020"));
  }

  @Test
  void refusesADuplicateKeyAndRowsThatOverlapInTime() throws IOException {
    append("country-names.csv", "QMM,Meridia,,,,,,,invented");
    append("categories.csv", "LDC,QPP,2020,,confirmed,invented,");
    assertThat(faults())
        .containsExactlyInAnyOrder(
            new Fault("country-names.csv", 11, "the same iso3 as line 2"),
            new Fault("categories.csv", 6, "overlaps in time with another row of QPP in LDC"));
  }

  @Test
  void refusesAMissingNameAndAMissingSource() throws IOException {
    append("schemes/sdg.csv", "7,,,,,Énergie,,,,,,invented");
    append("schemes/sdg.csv", "8,,,,Work,,,,,,,");
    assertThat(faults())
        .containsExactly(
            new Fault("schemes/sdg.csv", 5, "missing en"),
            new Fault("schemes/sdg.csv", 6, "missing source"));
  }

  @Test
  void refusesAnUnknownParentAndUnknownCodesOfACrosswalk() throws IOException {
    append("schemes/sdg.csv", "9.1,9,,,Roads,,,,,,,invented");
    append("crosswalks.csv", "dac-sector,999,sdg,6,related,invented");
    append("crosswalks.csv", "dac-sector,110,none,6,related,invented");
    assertThat(faults())
        .containsExactly(
            new Fault("schemes/sdg.csv", 5, "parent '9' is no code of this scheme"),
            new Fault("crosswalks.csv", 6, "from_code '999' is no code of dac-sector"),
            new Fault("crosswalks.csv", 7, "to_scheme 'none' is not in schemes.csv"));
  }

  @Test
  void refusesBrokenUtf8WithItsLine() throws IOException {
    var file = world.resolve("names-extra.csv");
    Files.write(
        file,
        "iso3,language,name,source\nQMM,fr,M\u00e9ridie,invented\n"
            .getBytes(StandardCharsets.ISO_8859_1));
    assertThat(faults()).contains(new Fault("names-extra.csv", 2, "not UTF-8"));
  }

  @Test
  void refusesARowWithTooFewFields() throws IOException {
    append("categories.csv", "SIDS,QMM");
    assertThat(faults())
        .containsExactly(new Fault("categories.csv", 6, "2 fields where the header has 7"));
  }

  @Test
  void saysAllFaultsToTheOperator() throws IOException {
    append("categories.csv", "SIDS,QTT,,,confirmed,invented,");
    append("memberships.csv", "NONE,QMM,,,member,confirmed,invented,");
    var refusal = catchThrowableOfType(BadDataException.class, () -> Reference.load(world));
    assertThat(refusal)
        .hasMessage(
            """
            The data files have 2 faults
              categories.csv:6: iso3 is 'QTT', which is no known country or area
              memberships.csv:11: grouping 'NONE' is not in groupings.csv\
            """);
  }

  @Test
  void letsANodeReplaceAndAddRows() throws IOException {
    Files.writeString(
        own.resolve("categories.csv"),
        """
        category,iso3,from,to,certainty,source,note
        LDC,QPP,1991,2029-11-24,scheduled,the node,
        NODE-LIST,QMM,2020,,confirmed,the node,
        """);
    Files.createDirectories(own.resolve("schemes"));
    Files.writeString(
        own.resolve("schemes/sdg.csv"),
        "\uFEFFcode,parent,from,to,en,fr,es,pt,ar,zh,ru,source\n6,,,,Water for all,,,,,,,the node\n");

    var world = Reference.load(this.world, Optional.of(own));

    assertThat(world.categories(InventedWorld.QPP))
        .singleElement()
        .satisfies(row -> assertThat(row.holdsOn(LocalDate.of(2028, 1, 1))).isTrue());
    assertThat(world.categories(InventedWorld.QMM)).hasSize(1);
    assertThat(world.label("sdg", "6", "en")).isEqualTo("Water for all");
    assertThat(world.label("sdg", "4", "en")).isEqualTo("Quality education");
    assertThat(world.fingerprint()).isNotEqualTo(InventedWorld.reference().fingerprint());
    assertThat(Reference.load(this.world).fingerprint())
        .isEqualTo(InventedWorld.reference().fingerprint());
  }

  @Test
  void refusesANodesFileThatNobodyReads() throws IOException {
    Files.writeString(own.resolve("country.csv"), "iso3\n");
    var refusal =
        catchThrowableOfType(BadDataException.class, () -> Reference.load(world, Optional.of(own)));
    assertThat(refusal).hasMessageContaining("country.csv: no data file has this name");
  }

  private java.util.List<Fault> faults() {
    return catchThrowableOfType(BadDataException.class, () -> Reference.load(world)).faults();
  }

  private void append(String file, String row) throws IOException {
    var path = world.resolve(file);
    Files.writeString(path, Files.readString(path) + row + "\n");
  }

  private void replace(String file, String from, String to) throws IOException {
    var path = world.resolve(file);
    Files.writeString(path, Files.readString(path).replace(from, to));
  }

  private void copy(Path original, Path file) {
    try {
      var target = world.resolve(original.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
