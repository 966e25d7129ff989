package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.bandung.access.Role;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.registry.joint.Beginning;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.joint.JointOutcome;
import org.bandung.registry.joint.JointParty;
import org.bandung.registry.joint.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of what a party tells, and the report of an evaluation: for the parties, looked into,
/// and for nobody else.
class JointFilesTest {

  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJ"
                  + "RU5ErkJggg==");

  private static final byte[] REPORT = "What we found.".getBytes(StandardCharsets.UTF_8);

  @Test
  void filesAreForThePartiesAndLookedInto(@TempDir Path home) throws IOException {
    try (var node = InventedNode.open(home)) {
      var ours = person(node, "QMM");
      var page = "/desk/initiatives/" + begun(node, ours);
      var us = node.signedIn(ours);
      var they = node.signedIn(person(node, "QNN"));
      var stranger = node.signedIn(person(node, "QPP"));
      us.get(page + "/told?as=QMM");

      var refused =
          us.upload(
              page + "/told",
              "x.png",
              REPORT,
              "as",
              "QMM",
              "key",
              "1",
              "in",
              "en",
              "alt",
              "A well",
              "seen-agreed",
              "yes");
      assertThat(refused.body()).contains("no picture in PNG or JPEG");
      us.upload(
          page + "/told",
          "well.png",
          PICTURE,
          "as",
          "QMM",
          "key",
          "2",
          "in",
          "en",
          "story",
          "A well",
          "caption",
          "The first well",
          "alt",
          "A well with a rope",
          "seen-agreed",
          "yes");
      us.upload(
          page + "/do/evaluate",
          "report.txt",
          REPORT,
          "as",
          "QMM",
          "key",
          "3",
          "in",
          "en",
          "by",
          "Somebody",
          "findings",
          "It holds water");

      var shown = they.get(page).body();
      assertThat(shown).contains("The first well").contains("It holds water");
      var files = shown.split(page + "/files/");
      assertThat(files).hasSize(3);
      for (int i = 1; i < files.length; i++) {
        var file = page + "/files/" + files[i].substring(0, 64);
        assertThat(they.get(file).statusCode()).isEqualTo(200);
        assertThat(they.get(file).headers().firstValue("Content-Disposition").orElse(""))
            .startsWith("attachment");
        assertThat(stranger.get(file).statusCode()).isEqualTo(404);
        assertThat(node.stranger().get(file).statusCode()).isEqualTo(302);
      }
    }
  }

  private static InventedNode.Person person(InventedNode node, String country) {
    return node.person(
        node.keeper(), node.authority(country), country, Role.SIGNATORY, Role.CONTRIBUTOR);
  }

  static String begun(InventedNode node, InventedNode.Person by) {
    return begun(node, by, "b");
  }

  /// @param key another one begins another initiative
  static String begun(InventedNode node, InventedNode.Person by, String key) {
    var beginning =
        new Beginning(
            Beginning.Origin.NONE,
            LocalizedText.of("en", "Wells"),
            LocalizedText.of("en", "Water"),
            LocalizedText.EMPTY,
            List.of(
                party("QMM", org.bandung.registry.said.Role.PROVIDER),
                party("QNN", org.bandung.registry.said.Role.RECIPIENT)),
            Period.UNKNOWN,
            Plan.EMPTY,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    var begun = node.bean(JointInitiatives.class).begin(node.account(by), beginning, key);
    return ((JointOutcome.Done) begun.orElseThrow()).after().id();
  }

  private static JointParty party(String country, org.bandung.registry.said.Role role) {
    return new JointParty(country, role, LocalizedText.of("en", country), country);
  }
}
