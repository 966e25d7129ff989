package org.bandung.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.parties.Parties;
import org.bandung.reference.InventedWorld;
import org.bandung.reference.Reference;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// From participants as sources name them to the sides of the decision table.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DerivationsTest {

  private final Reference reference = InventedWorld.reference();
  private TestDatabase store;
  private Derivations derivations;

  @BeforeAll
  void open() {
    store = TestDatabase.create();
    var folder = InventedWorld.folder("parties-world");
    derivations =
        new Derivations(
            reference, Parties.load(folder, store.database(), store.changes(), reference));
  }

  @AfterAll
  void close() {
    store.close();
  }

  private static Participant organisation(Role role, String reference, String type) {
    return Participant.organisation(
        role,
        new Participant.OrganisationMention(
            reference, LocalizedText.of("en", reference), type, reference));
  }

  private static Content content(String start, Participant... participants) {
    var base = Samples.content("Wells", start);
    var all = new ArrayList<>(List.of(participants));
    return new Content(
        base.kind(),
        base.title(),
        base.description(),
        base.status(),
        base.planned(),
        base.actual(),
        all,
        base.classifications(),
        base.places(),
        base.contributions(),
        base.results(),
        base.milestones(),
        base.links(),
        base.relations(),
        base.identifiers(),
        base.signals());
  }

  private static Participant country(Role role, String code) {
    return Participant.country(role, new CountryCode(code));
  }

  @Test
  void aMinistryThatFundsMakesItsCountryAProvider() {
    var derivation =
        derivations.derive(
            content(
                "2015",
                organisation(Role.FUNDER, "QM-AMC-1", "10"),
                country(Role.RECIPIENT, "QNN")));

    assertThat(derivation.modality()).isEqualTo("bilateral");
    assertThat(derivation.counted().getFirst().side()).isEqualTo("PS");
    assertThat(derivation.counted().getFirst().country()).contains(new CountryCode("QMM"));
  }

  @Test
  void privateMoneyDoesNotMakeACountryAProvider() {
    var derivation =
        derivations.derive(
            content(
                "2015",
                organisation(Role.FUNDER, "QM-ACME", "70"),
                country(Role.RECIPIENT, "QNN")));

    assertThat(derivation.modality()).isEqualTo("undetermined");
    assertThat(derivation.missing()).contains("provider-side");
  }

  @Test
  void aMultilateralFunderOfASouthernProviderMakesItTriangular() {
    var derivation =
        derivations.derive(
            content(
                "2015",
                country(Role.PROVIDER, "QMM"),
                country(Role.RECIPIENT, "QPP"),
                organisation(Role.FUNDER, "XM-DAC-99301", "40")));

    assertThat(derivation.modality()).isEqualTo("triangular");
  }

  @Test
  void theSecretariatOfACommunityMakesItRegional() {
    var secretariat =
        Participant.organisation(
            Role.FACILITATOR,
            new Participant.OrganisationMention(
                null, LocalizedText.of("en", "Secretariat of the First Region"), "40", null));
    var derivation =
        derivations.explain(
            content(
                "2015",
                country(Role.PROVIDER, "QMM"),
                country(Role.RECIPIENT, "QNN"),
                country(Role.RECIPIENT, "QOO"),
                secretariat));

    assertThat(derivation.modality()).isEqualTo("regional");
    assertThat(derivation.sharedGroupings()).containsExactly("COMM");
  }

  @Test
  void membershipCountsAtTheDateOfTheInitiative() {
    var secretariat =
        Participant.organisation(
            Role.FACILITATOR,
            new Participant.OrganisationMention(
                null, LocalizedText.of("en", "Secretariat of the First Region"), "40", null));
    var beforeTheThirdJoined =
        derivations.derive(
            content(
                "1978",
                country(Role.PROVIDER, "QMM"),
                country(Role.RECIPIENT, "QNN"),
                country(Role.RECIPIENT, "QOO"),
                secretariat));

    assertThat(beforeTheThirdJoined.modality()).isEqualTo("plurilateral");
  }

  @Test
  void withoutADateOnlyAStatusThatNeverChangedIsKnown() {
    var steady =
        derivations.derive(
            content("", country(Role.PROVIDER, "QMM"), country(Role.RECIPIENT, "QNN")));
    var changed =
        derivations.derive(
            content("", country(Role.PROVIDER, "QQQ"), country(Role.RECIPIENT, "QNN")));

    assertThat(steady.modality()).isEqualTo("bilateral");
    assertThat(steady.missing()).containsExactly("date");
    assertThat(changed.modality()).isEqualTo("undetermined");
    assertThat(changed.missing()).containsExactly("status:QQQ", "date");
  }

  @Test
  void theDateIsTheActualStartBeforeThePlannedOne() {
    var base = content("2015");
    var both =
        new Content(
            base.kind(),
            base.title(),
            base.description(),
            base.status(),
            new Period(PartialDate.ofYear(2014), PartialDate.ofYear(2016), false),
            base.actual(),
            base.participants(),
            base.classifications(),
            base.places(),
            base.contributions(),
            base.results(),
            base.milestones(),
            base.links(),
            base.relations(),
            base.identifiers(),
            base.signals());

    assertThat(Derivations.statusDate(both)).contains(PartialDate.ofYear(2015));
  }
}
