package org.bandung.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.reference.InventedWorld.QMM;
import static org.bandung.reference.InventedWorld.QNN;
import static org.bandung.reference.InventedWorld.QPP;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bandung.catalogue.Details;
import org.bandung.exchange.tables.MappedTable;
import org.bandung.exchange.tables.MappedTable.Reading;
import org.bandung.exchange.tables.MappingReader;
import org.bandung.exchange.tables.Mappings;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.InventedWorld;
import org.bandung.reference.Reference;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTablesTest {

  private final Reference reference = InventedWorld.reference();

  @ParameterizedTest
  @ValueSource(strings = {"needs", "offers", "solutions", "experts", "institutions", "events"})
  void everyExampleIsReadWholeAndWithoutARemark(String name) throws IOException {
    var entries = ExampleEntries.read(name, reference);

    assertThat(entries).isNotEmpty();
    entries.forEach(e -> assertThat(e.notes()).as(e.originalId()).isEmpty());
    assertThat(entries).allMatch(e -> !e.content().title().isEmpty());
  }

  @Test
  void countriesHaveThePartThatTheKindGivesThem() throws IOException {
    assertThat(ExampleEntries.read("needs", reference).getFirst().content().participants())
        .contains(Participant.country(Role.RECIPIENT, QPP));
    assertThat(ExampleEntries.read("solutions", reference).getFirst().content().participants())
        .contains(
            Participant.country(Role.PROVIDER, QMM),
            Participant.country(Role.RECIPIENT, QNN),
            Participant.country(Role.RECIPIENT, QPP));
  }

  @Test
  void eachKindKeepsWhatOnlyItHas() throws IOException {
    assertThat(ExampleEntries.read("experts", reference).getFirst().details())
        .isEqualTo(new Details.Expert(LocalDate.of(2025, 5, 2), "signed form 2025/17"));
    assertThat(ExampleEntries.read("events", reference).getFirst().details())
        .isEqualTo(
            new Details.Event(
                "expo",
                LocalizedText.of("en", "Port Meridia"),
                300,
                PartialDate.parse("2027-02-28").orElseThrow()));
  }

  @Test
  void anInstitutionWithAReferenceCanBeFoundInTheDirectory() throws IOException {
    assertThat(ExampleEntries.read("institutions", reference).getFirst().content().participants())
        .anyMatch(
            p -> p.organisation() != null && "QM-GOV-12".equals(p.organisation().reference()));
  }

  @Test
  void aPersonWithoutAConsentIsRefusedWithWhatIsMissing() throws IOException {
    var fates =
        read(
            "experts",
            "ID,Source,Source name,Name,Knows about,Countries,Sectors,SDGs,Languages,Institution,"
                + "Links,Consent given on,Consent kept at,Valid until,E-mail,Telephone\n"
                + "E-1,D,Desk,Ana,wells,QMM,,,es,,,,form 7,,,\n"
                + "E-2,D,Desk,Ben,wells,QMM,,,es,,,2025-05,form 7,,,\n"
                + "E-3,D,Desk,Cho,wells,QMM,,,es,,,2025-05-02,,,,\n"
                + "E-4,D,Desk,Dee,wells,QMM,,,es,,,2025-05-02,form 7,,,\n");

    assertThat(fates).hasSize(4);
    assertThat(fates.subList(0, 3))
        .allMatch(f ->
            f instanceof Reading.Refused refused
                && refused.notes().getFirst().code().equals("bandung.no-consent"));
    assertThat(fates.get(3)).isInstanceOf(Reading.Listed.class);
  }

  @Test
  void aMappingOfPersonsThatReadsNoConsentIsNone() throws IOException {
    assertThat(
            faults(
                "mapping: m\nmakes: expert\nsource: {publisher: p, speaker: party}\nidentity: ID\n"
                    + "columns:\n  Name: {to: title}\n"))
        .containsExactly("mapping-lacks", "mapping-lacks");
  }

  @Test
  void aFieldOfAnotherKindIsAFault() throws IOException {
    assertThat(
            faults(
                "mapping: m\nmakes: need\nsource: {publisher: p, speaker: party}\nidentity: ID\n"
                    + "columns:\n  Seats: {to: seats}\n  Name: {to: title}\n"))
        .containsExactly("mapping-field-elsewhere");
    assertThat(
            faults(
                "mapping: m\nsource: {publisher: p, speaker: party}\nidentity: ID\n"
                    + "columns:\n  Terms: {to: terms}\n  Name: {to: title}\n"))
        .containsExactly("mapping-field-elsewhere");
    assertThat(
            faults(
                "mapping: m\nmakes: wish\nsource: {publisher: p, speaker: party}\nidentity: ID\n"
                    + "columns:\n  Name: {to: title}\n"))
        .containsExactly("mapping-bad-value");
  }

  private static List<String> faults(String mapping) throws IOException {
    var read =
        MappingReader.read("m", new ByteArrayInputStream(mapping.getBytes(StandardCharsets.UTF_8)));
    return read instanceof MappingReader.Reading.Faulty(var faults)
        ? faults.stream().map(f -> f.code()).toList()
        : List.of();
  }

  private List<Reading> read(String mapping, String table) throws IOException {
    if (!(Mappings.find(mapping) instanceof MappingReader.Reading.Read(var found))) {
      throw new IllegalStateException(mapping);
    }
    var fates = new ArrayList<Reading>();
    new MappedTable(
            found, new TableImport.Ground(reference::resolveCountry, reference::fingerprint))
        .read(
            new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
            item -> fates.add(item.read()));
    return fates;
  }
}
