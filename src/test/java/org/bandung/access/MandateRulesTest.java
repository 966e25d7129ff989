package org.bandung.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MandateRulesTest {

  private static final Body DESK = organisation("desk", "QMM", true);
  private static final Body NEIGHBOUR = organisation("neighbour", "QMM", true);
  private static final Body FOREIGN = organisation("foreign", "QNN", true);
  private static final Body MERIDIA =
      new Body("meridia", Body.Kind.AUTHORITY, "Meridia", "QMM", null, null, true);
  private static final Body NODE = new Body("node", Body.Kind.NODE, "", null, null, null, true);

  /// Who may do what, as it was decided: one row a role; O on what is its own body's, C on what
  /// belongs to the country it coordinates, S on what lies in sectors its country delegated to it,
  /// N on everybody's as the node.
  private static final String DECIDED =
      """
                     read-private write-entry release endorse negotiate sign manage-people admit-body delegate make-tokens read-audit
      reader         O            .           .       .       .         .    .             .          .        .           .
      contributor    O            O           .       .       .         .    .             .          .        O           .
      negotiator     O            .           .       .       O         .    .             .          .        .           .
      signatory      O            .           .       .       .         O    O             .          .        O           O
      endorser       OC           .           S       CS      .         .    .             .          .        .           .
      authority      OC           .           OC      .       .         .    OC            C          C        O           OC
      administrator  .            .           .       .       .         .    ON            N          .        .           N
      """;

  private final MandateRules rules = MandateRules.shipped();

  private static Body organisation(String id, String country, boolean admitted) {
    return new Body(id, Body.Kind.ORGANISATION, id, country, null, null, admitted);
  }

  private boolean allow(Body acting, Role role, Permission permission, Body owner) {
    return rules.allow(mandate(acting, role), permission, owner);
  }

  private static Mandate mandate(Body acting, Role role) {
    return new Mandate(acting, Set.of(role));
  }

  @Test
  void everyRoleMayWhatWasDecidedAndNothingElse() {
    var lines = DECIDED.lines().toList();
    var columns = List.of(lines.getFirst().strip().split("\\s+"));
    assertThat(columns)
        .isEqualTo(Arrays.stream(Permission.values()).map(Permission::code).toList());
    assertThat(lines).hasSize(1 + Role.values().length);
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.strip().split("\\s+");
      var role = Role.ofCode(cells[0]).orElseThrow();
      for (int i = 0; i < columns.size(); i++) {
        var permission = Permission.values()[i];
        var found =
            (allow(DESK, role, permission, DESK) ? "O" : "")
                + (allow(MERIDIA, role, permission, DESK) ? "C" : "")
                + (rules.allowInSector(mandate(NEIGHBOUR, role), permission, DESK) ? "S" : "")
                + (allow(NODE, role, permission, DESK) ? "N" : "");
        assertThat(found.isEmpty() ? "." : found)
            .as(role + " " + permission)
            .isEqualTo(cells[1 + i]);
      }
    }
  }

  @Test
  void nobodyMayAnythingWithWhatIsAnothers() {
    for (var role : Role.values()) {
      for (var permission : Permission.values()) {
        assertThat(allow(DESK, role, permission, NEIGHBOUR)).as(role + " " + permission).isFalse();
        assertThat(allow(MERIDIA, role, permission, FOREIGN)).as(role + " " + permission).isFalse();
        assertThat(allow(DESK, role, permission, MERIDIA)).as(role + " " + permission).isFalse();
      }
    }
  }

  @Test
  void aSuspendedBodyOnlyReads() {
    var suspended = organisation("desk", "QMM", false);
    for (var role : Role.values()) {
      for (var permission : Permission.values()) {
        if (permission != Permission.READ_PRIVATE) {
          assertThat(allow(suspended, role, permission, suspended)).as("" + permission).isFalse();
        }
      }
    }
    assertThat(allow(suspended, Role.READER, Permission.READ_PRIVATE, suspended)).isTrue();
  }

  @Test
  void onceABodyHasSomebodyWhoActsForItIsNobodyElsesAffair() {
    var keeper = new Mandate(NODE, Set.of(Role.ADMINISTRATOR));
    var authority = new Mandate(MERIDIA, Set.of(Role.AUTHORITY));

    assertThat(MandateRules.stillOpen(List.of(keeper, authority), DESK, false))
        .containsExactly(keeper, authority);
    assertThat(MandateRules.stillOpen(List.of(keeper, authority), DESK, true)).isEmpty();
    var chief = new Mandate(DESK, Set.of(Role.SIGNATORY));
    assertThat(MandateRules.stillOpen(List.of(keeper, chief), DESK, true)).containsExactly(chief);
    assertThat(MandateRules.admitting(List.of(keeper, authority), true)).containsExactly(authority);
    assertThat(MandateRules.admitting(List.of(keeper, authority), false))
        .containsExactly(keeper, authority);
    assertThat(MandateRules.stillOpen(List.of(keeper), NODE, true)).containsExactly(keeper);
  }

  @Test
  void anInstitutionHasNoAuthorityAndOnlyTheNodeHasAdministrators() {
    assertThat(codes(DESK)).isEqualTo("contributor negotiator reader signatory");
    assertThat(codes(MERIDIA))
        .isEqualTo("authority contributor endorser negotiator reader signatory");
    assertThat(codes(NODE)).isEqualTo("administrator reader");
    assertThat(codes(DESK, true)).isEqualTo("contributor endorser negotiator reader signatory");
  }

  @Test
  void anInstitutionNeverEndorsesWhatIsItsOwn() {
    assertThat(allow(DESK, Role.ENDORSER, Permission.ENDORSE, DESK)).isFalse();
    assertThat(allow(MERIDIA, Role.ENDORSER, Permission.ENDORSE, MERIDIA)).isTrue();
  }

  @Test
  void sectorsAreDelegatedWithinACountryOnly() {
    for (var role : Role.values()) {
      for (var permission : Permission.values()) {
        assertThat(rules.allowInSector(mandate(FOREIGN, role), permission, DESK)).isFalse();
      }
    }
  }

  private static String codes(Body body) {
    return codes(body, false);
  }

  private static String codes(Body body, boolean delegated) {
    return MandateRules.givable(body, delegated).stream()
        .map(Role::code)
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
