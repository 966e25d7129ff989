package org.bandung;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bandung.InventedNode.Person;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Role;

/// Fills an empty home with two hundred people of the invented world, for the measurement of many
/// people at once: five countries of ten bodies, four people in each, with what they have written,
/// talked about, signed and begun.
public final class InventedCrowd {

  private static final List<String> COUNTRIES = List.of("QMM", "QNN", "QOO", "QPP", "QQQ");
  private static final int BODIES = 10;
  private static final int PEOPLE = 4;
  private static final Role[] EVERYTHING = {Role.CONTRIBUTOR, Role.NEGOTIATOR, Role.SIGNATORY};

  /// How many bodies further the partners of a body are: always in another country.
  private static final int PARTNER = 13;

  private InventedCrowd() {}

  /// Somebody who acts for a body.
  ///
  /// @param party the name under which the body takes part
  /// @param head who releases for her country
  record Member(Person person, Account account, Body body, String party, Account head) {}

  /// @param arguments the home, and the file that is to list everybody: e-mail address, seed, name
  ///   under which her body takes part
  public static void main(String[] arguments) throws Exception {
    try (var node = InventedNode.open(Path.of(arguments[0]))) {
      var all = people(node);
      var deeds = new CrowdDeeds(node);
      for (int i = 0; i < all.size(); i++) {
        deeds.write(all.get(i), i);
      }
      for (int i = 0; i < all.size(); i++) {
        deeds.meet(all.get(i), all.get((i + PARTNER * PEOPLE) % all.size()), i);
      }
      list(all, Path.of(arguments[1]));
    }
  }

  private static void list(List<Member> all, Path file) throws IOException {
    Files.write(
        file,
        all.stream()
            .map(m -> String.join("\t", m.person().email(), m.person().seed(), m.party()))
            .toList());
  }

  /// Passwords are dear: one country beside the other.
  private static List<Member> people(InventedNode node) throws Exception {
    var countries = new ArrayList<Callable<List<Member>>>();
    for (var country : COUNTRIES) {
      countries.add(() -> country(node, country));
    }
    var all = new ArrayList<Member>();
    try (var workers = Executors.newFixedThreadPool(2)) {
      for (var done : workers.invokeAll(countries)) {
        all.addAll(done.get());
      }
    }
    return all;
  }

  private static List<Member> country(InventedNode node, String country) {
    var authority = node.authority(country);
    var head =
        node.person(
            node.keeper(),
            authority,
            "head-" + country,
            Role.AUTHORITY,
            Role.ENDORSER,
            Role.CONTRIBUTOR,
            Role.NEGOTIATOR,
            Role.SIGNATORY);
    var members = new ArrayList<Member>();
    for (int b = 0; b < BODIES; b++) {
      var body =
          b == 0
              ? authority
              : node.admit(
                  head,
                  Body.Kind.ORGANISATION,
                  "Institute %d of %s".formatted(b, country),
                  country);
      var first = b == 0 ? head : null;
      for (int p = 0; p < PEOPLE; p++) {
        var person =
            p == 0 && first != null
                ? first
                : node.person(
                    first == null ? head : first,
                    body,
                    "person-%s-%d-%d".formatted(country, b, p),
                    EVERYTHING);
        first = first == null ? person : first;
        members.add(member(node, person, body, head));
      }
    }
    return members;
  }

  private static Member member(InventedNode node, Person person, Body body, Person head) {
    var party = node.bean(Mandates.class).partyOf(body).orElseThrow();
    return new Member(person, node.account(person), body, party, node.account(head));
  }
}
