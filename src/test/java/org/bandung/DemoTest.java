package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bandung.access.Accounts;
import org.bandung.access.Authenticator;
import org.bandung.catalogue.drafts.Drafts;
import org.bandung.catalogue.matches.Match;
import org.bandung.catalogue.matches.Matches;
import org.bandung.cli.Cli;
import org.bandung.consultation.Consultations;
import org.bandung.consultation.accord.Agreements;
import org.bandung.registry.joint.Joint;
import org.bandung.registry.joint.JointInitiatives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The invented world for newcomers, made by the command as a newcomer types it.
class DemoTest {

  private static final int EMAIL = 0;
  private static final int PASSWORD = 4;
  private static final int SEED = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aNewcomerSignsInAsAnybodyAndFindsWorkInEveryState(@TempDir Path home) {
    var environment =
        Map.of(
            "BANDUNG_HOME", home.toString(), "BANDUNG_REFERENCE_OVERRIDES", "docs/examples/world");
    try (var house = new House(environment)) {
      assertThat(run(house, environment, "demo")).as(err.toString(StandardCharsets.UTF_8)).isZero();
      var people = out.toString(StandardCharsets.UTF_8).lines().skip(1).map(l -> l.split("\t"));
      var rows = people.toList();
      assertThat(rows).hasSizeGreaterThan(12).allMatch(r -> r.length == 6);

      var buyer = row(rows, "mateo.rivas@example.org");
      var signedIn =
          house
              .open(Accounts.class)
              .signIn(
                  buyer[EMAIL],
                  new Accounts.Proof(buyer[PASSWORD], new Authenticator(buyer[SEED]).nextCode()));
      assertThat(signedIn).isInstanceOf(Accounts.SignInOutcome.SignedIn.class);
      var account = ((Accounts.SignInOutcome.SignedIn) signedIn).account();

      var underWay =
          house.open(Consultations.class).list(account).stream()
              .map(l -> l.consultation())
              .filter(c -> c.latest().number() == 2)
              .toList();
      assertThat(underWay).hasSize(1);
      assertThat(house.open(Agreements.class).list(account))
          .singleElement()
          .satisfies(a -> assertThat(a.bundle().signatures()).hasSize(2));
      assertThat(house.open(JointInitiatives.class).list(account, 10))
          .singleElement()
          .satisfies(v ->
              assertThat(v.joint().stated().values())
                  .flatExtracting(stated -> stated.answers().values())
                  .extracting(Joint.Answer::standing)
                  .containsExactly(Joint.Standing.DISPUTED));

      var writer = house.open(Accounts.class).findByEmail("nora.dian@example.org").orElseThrow();
      assertThat(house.open(Matches.class).list(writer, 10))
          .singleElement()
          .extracting(Match::state)
          .isEqualTo(Match.State.IN_TALKS);
      assertThat(house.open(Drafts.class).list(writer)).hasSize(2);

      out.reset();
      assertThat(run(house, environment, "demo", "code", buyer[SEED])).isZero();
      assertThat(out.toString(StandardCharsets.UTF_8).strip()).matches("[0-9]{6}");
      assertThat(run(house, environment, "demo", "code", "no seed")).isEqualTo(64);

      out.reset();
      err.reset();
      assertThat(run(house, environment, "demo")).isEqualTo(1);
      assertThat(out.size()).isZero();
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("BANDUNG_HOME");
    }
  }

  private static String[] row(List<String[]> rows, String email) {
    return Objects.requireNonNull(
        rows.stream().filter(r -> r[EMAIL].equals(email)).findFirst().orElse(null));
  }

  private int run(House house, Map<String, String> environment, String... arguments) {
    var before = System.out;
    var beforeErr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      return Cli.run(arguments, environment, house, house);
    } finally {
      System.setOut(before);
      System.setErr(beforeErr);
    }
  }
}
