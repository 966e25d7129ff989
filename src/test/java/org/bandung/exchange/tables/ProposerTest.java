package org.bandung.exchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Note;
import org.bandung.reference.CountryResolution;
import org.bandung.registry.said.Content.Classification;
import org.bandung.registry.said.Content.Signal;
import org.junit.jupiter.api.Test;

class ProposerTest {

  private static final TableGround GROUND =
      new TableGround() {
        @Override
        public CountryResolution resolveCountry(String name) {
          return switch (name) {
            case "QM", "Meridia", "Méridie" -> new CountryResolution.Found(new CountryCode("QMM"));
            case "QN", "Norelia" -> new CountryResolution.Found(new CountryCode("QNN"));
            case "QP", "Pelaria" -> new CountryResolution.Found(new CountryCode("QPP"));
            default -> new CountryResolution.Unknown(name);
          };
        }

        @Override
        public String fingerprint() {
          return "";
        }

        @Override
        public List<Signal> signals(Iterable<Classification> codes, Iterable<String> texts) {
          return List.of();
        }

        @Override
        public Note.Severity severity(String code) {
          return Note.Severity.WARNING;
        }
      };

  private final Proposer proposer =
      new Proposer(
          GROUND, content -> content.participants().size() > 2 ? "triangular" : "bilateral");

  private TableProposal propose(String table) throws IOException {
    return proposer.proposeToVisitor(
        new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
  }

  private static java.util.Map<String, String> becomes(TableProposal proposal) {
    return proposal.columns().stream()
        .collect(Collectors.toMap(TableProposal.Column::name, TableProposal.Column::becomes));
  }

  @Test
  void understandsTheExampleByNamesAndValues() throws IOException {
    var table = Path.of("src/test/resources/exchange/tables/register-of-meridia.csv");

    var proposal = propose(Files.readString(table));

    assertThat(becomes(proposal))
        .containsEntry("Ref", "identity")
        .containsEntry("Project", "title")
        .containsEntry("Provider", "country: provider")
        .containsEntry("Start", "actual-start")
        .containsEntry("SDG", "sdg")
        .containsEntry("Amount", "amount")
        .containsEntry("Contact", "");
    assertThat(proposal.mapping()).contains("\"Contact\": \"personal contact details\"");
    assertThat(proposal.toString()).doesNotContain("ana@meridia.example");
    assertThat(proposal.rows()).hasSize(3);
    assertThat(proposal.rows().getFirst().modality()).isEqualTo("bilateral");
    assertThat(proposal.rows().getFirst().who()).contains(new TableProposal.Who("provider", "QMM"));
  }

  @Test
  void understandsHeadersInOtherLanguages() throws IOException {
    var proposal =
        propose(
            "N°;Intitulé;Pays bénéficiaire;Année de début;ODD\n"
                + "1;Riz du delta;Norelia;2018;ODD 2\n"
                + "2;Santé;Pelaria, Norelia;2019;ODD 3\n");

    assertThat(becomes(proposal))
        .containsEntry("Intitulé", "title")
        .containsEntry("Pays bénéficiaire", "country: recipient")
        .containsEntry("Année de début", "actual-start")
        .containsEntry("ODD", "sdg");
  }

  @Test
  void putsNoCountryOnASideThatNobodyNamed() throws IOException {
    var proposal = propose("id,name,x\n1,One,QM\n2,Two,QN\n");

    assertThat(becomes(proposal)).containsEntry("x", "country: implementer");
    assertThat(proposal.columns().getLast().reason()).isEqualTo("countries");
  }

  @Test
  void writesHostileHeadersDownHarmlessly() throws IOException {
    var proposal = propose("\"a: {to: title}\n#\",\"title \"\"x\"\" \\ '\",&a *b\n1,One,z\n");

    var read =
        MappingReader.read(
            "proposed",
            new ByteArrayInputStream(proposal.mapping().getBytes(StandardCharsets.UTF_8)));
    assertThat(read).isInstanceOf(MappingReader.Reading.Read.class);
    assertThat(proposal.rows()).hasSize(1);
  }

  @Test
  void tellsWhyItCannotRead() throws IOException {
    assertThat(propose("").unreadable().orElseThrow().code()).isEqualTo("bandung.empty-file");
    assertThat(propose("<html>").unreadable().orElseThrow().code())
        .isEqualTo("bandung.not-a-table");
    assertThat(propose("a,".repeat(400) + "b\n1\n").unreadable().orElseThrow().code())
        .isEqualTo("bandung.too-many-columns");
  }
}
