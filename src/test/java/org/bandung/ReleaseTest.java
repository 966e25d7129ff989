package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bandung.SecretWorld.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that is not released shows at any door to anybody it is not for: a random world of
/// private records, each with a word of its own, and every reader at every address.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseTest {

  /// Where anybody can look; `@` is the first word of a record's title, which a searcher may guess.
  private static final List<String> PUBLIC =
      List.of(
          "/",
          "/initiatives",
          "/initiatives?words=@",
          "/initiatives.csv",
          "/iati/activities.xml",
          "/iati/organisations.xml",
          "/iati/loss.json",
          "/initiatives?compilations=true&country=QMM",
          "/find?text=@&for=QMM",
          "/search?q=@",
          "/search.atom?q=@",
          "/search.atom",
          "/catalogue",
          "/catalogue?words=@",
          "/catalogue.csv",
          "/events",
          "/events.ics",
          "/flows",
          "/flows.csv",
          "/statistics?rows=country&columns=reporter",
          "/statistics?rows=provider&columns=recipient&measure=given&in=USD",
          "/statistics/records",
          "/statistics/contributions.csv?measure=given",
          "/reports/country?country=QMM",
          "/reports/country.csv?country=QMM",
          "/statistics.csv?rows=reporter&columns=year",
          "/countries/QMM",
          "/countries/QNN",
          "/countries/QMM/structure",
          "/economy/network",
          "/groupings",
          "/organisations",
          "/organisations.csv",
          "/sources",
          "/agreements",
          "/commitments",
          "/funds",
          "/keys",
          "/about",
          "/data",
          "/no-such-page",
          "/api/v1/initiatives",
          "/api/v1/initiatives?words=@",
          "/api/v1/catalogue",
          "/api/v1/catalogue?words=@",
          "/api/v1/flows",
          "/api/v1/statistics?rows=reporter&columns=country",
          "/api/v1/organisations?words=@",
          "/api/v1/sources",
          "/api/v1/imports",
          "/api/v1/changes",
          "/api/v1/status",
          "/api/v1/funds",
          "/api/v1/consultations");

  private static final List<String> DESK =
      List.of(
          "/desk",
          "/desk/entries",
          "/desk/matches",
          "/desk/talks",
          "/desk/agreements",
          "/desk/initiatives",
          "/desk/resources",
          "/desk/commitments",
          "/desk/funds",
          "/desk/notices");

  /// Where programs read what people read at the desk.
  private static final Map<String, String> DESK_OF_PROGRAMS =
      Map.of(
          "/desk/entries", "/api/v1/drafts",
          "/desk/matches", "/api/v1/matches",
          "/desk/talks", "/api/v1/consultations",
          "/desk/agreements", "/api/v1/agreements",
          "/desk/initiatives", "/api/v1/joint-initiatives",
          "/desk/commitments", "/api/v1/commitments");

  private InventedNode node;
  private List<Secret> secrets;
  private Map<String, Caller> callers;
  private Map<String, Program> programs;

  @BeforeAll
  void fill(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    var world = new SecretWorld(node);
    secrets = world.secrets;
    callers = world.callers;
    programs = world.programs;
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  @Test
  void nobodyFindsAnywhereWhatIsNotForHer() {
    assertThat(secrets).hasSizeGreaterThan(16);
    callers.forEach((name, caller) -> {
      var seen = new HashSet<String>();
      var addresses = new ArrayList<>(PUBLIC.stream().filter(p -> !p.contains("@")).toList());
      if (!name.equals("nobody")) {
        addresses.addAll(DESK);
      }
      secrets.forEach(s -> addresses.addAll(s.addresses()));
      for (var address : new HashSet<>(addresses)) {
        check(name, address, caller.get(address).body(), seen);
      }
      for (var secret : secrets) {
        for (var asking : PUBLIC) {
          if (asking.contains("@") && name.equals("nobody")) {
            var address = asking.replace("@", secret.guess());
            check(name, address, caller.get(address).body(), seen);
          }
        }
      }
      // the test would find them: whoever it is for does read it
      for (var secret : secrets) {
        if (secret.readers().contains(name)) {
          assertThat(seen).as(secret.what() + " for " + name).contains(secret.marker());
        }
      }
    });
  }

  private static Optional<String> forPrograms(String address) {
    return DESK_OF_PROGRAMS.entrySet().stream()
        .filter(e -> address.startsWith(e.getKey()))
        .map(e -> e.getValue() + address.substring(e.getKey().length()))
        .findFirst();
  }

  @Test
  void noProgramReadsWhatIsNotForItsMaker() {
    programs.forEach((name, program) -> {
      var seen = new HashSet<String>();
      var addresses = new HashSet<>(DESK_OF_PROGRAMS.values());
      for (var secret : secrets) {
        secret.addresses().stream().flatMap(a -> forPrograms(a).stream()).forEach(addresses::add);
      }
      for (var address : addresses) {
        check(name, address, program.get(address).body(), seen);
      }
      for (var secret : secrets) {
        if (secret.readers().contains(name)
            && secret.addresses().stream().anyMatch(a -> forPrograms(a).isPresent())) {
          assertThat(seen)
              .as(secret.what() + " for the program of " + name)
              .contains(secret.marker());
        }
      }
    });
  }

  @Test
  void toAProgramWhatIsNotForItIsLikeWhatDoesNotExist() {
    var program = Objects.requireNonNull(programs.get("deskQPP"));
    for (var secret : secrets) {
      if (!secret.readers().contains("deskQPP")) {
        secret.addresses().stream()
            .flatMap(a -> forPrograms(a).stream())
            .forEach(address -> {
              var id = address.substring(address.lastIndexOf('/') + 1);
              var nowhere = "zzzzzzzzzzzzzzzz";
              Program.assertSameNothing(
                  program.get(address), program.get(address.replace(id, nowhere)), id, nowhere);
            });
      }
    }
  }

  private void check(String name, String address, String body, Set<String> seen) {
    for (var secret : secrets) {
      if (body.contains(secret.marker())) {
        assertThat(secret.readers().contains(name) || secret.heard().contains(name))
            .as("%s at %s, read by %s", secret.what(), address, name)
            .isTrue();
        seen.add(secret.marker());
      }
    }
  }

  @Test
  void whatIsNotForHerIsLikeWhatDoesNotExist() {
    for (var name : List.of("nobody", "keeper", "headQPP", "deskQPP")) {
      var caller = Objects.requireNonNull(callers.get(name));
      var open = new HashSet<String>();
      secrets.stream()
          .filter(s -> s.readers().contains(name) || s.what().equals("a contact"))
          .forEach(s -> open.addAll(s.addresses()));
      secrets.stream()
          .flatMap(s -> s.addresses().stream())
          .filter(address -> !open.contains(address))
          .distinct()
          .forEach(address -> alikeNothing(name, caller, address));
    }
  }

  private static void alikeNothing(String name, Caller caller, String address) {
    var id = address.substring(address.lastIndexOf('/') + 1);
    var there = caller.get(address);
    var nowhere = caller.get(address.replace(id, "zzzzzzzzzzzzzzzz"));
    if (took(address, there.statusCode())) {
      return;
    }
    assertThat(there.statusCode()).as(name + " " + address).isEqualTo(nowhere.statusCode());
    assertThat(plain(there.body(), id))
        .as(name + " " + address)
        .isEqualTo(plain(nowhere.body(), "zzzzzzzzzzzzzzzz"));
  }

  /// What was public once and was taken back says that it is gone, to everybody who knew it.
  private static boolean took(String address, int status) {
    return address.startsWith("/catalogue/") && status == 410;
  }

  private static String plain(String page, String id) {
    return page.replace(id, "")
        .replaceAll("value=\"[^\"]*\"", "")
        .replaceAll("urn:uuid:[0-9a-f-]+", "");
  }
}
