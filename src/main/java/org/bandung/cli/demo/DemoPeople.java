package org.bandung.cli.demo;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bandung.access.Account;
import org.bandung.access.Accounts;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.OneTimeCode;
import org.bandung.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Bodies of the invented world and people who act for them, let in by one another as on any node.
@Service
class DemoPeople {

  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int GROUP = 5;

  private final Accounts accounts;
  private final Mandates mandates;
  private final SecureRandom chance = new SecureRandom();

  DemoPeople(Accounts accounts, Mandates mandates) {
    this.accounts = accounts;
    this.mandates = mandates;
  }

  /// The one who keeps the node; the word is that of the link for the first administrator.
  DemoPerson keeper(String word, String name) {
    return come(word, email(name), name, Set.of(Role.ADMINISTRATOR), "en");
  }

  /// A person as she stands now.
  Account account(DemoPerson person) {
    return accounts.find(person.id()).orElseThrow();
  }

  Body admit(DemoPerson by, Body.Kind kind, String name, @Nullable String country) {
    var outcome = mandates.admit(account(by), new Mandates.Wanted(kind, name, country, null, null));
    if (outcome instanceof Mandates.AdmitOutcome.Admitted(var body)) {
      return body;
    }
    throw new IllegalStateException(name + ": " + outcome);
  }

  DemoPerson invite(DemoPerson by, Body body, String name, String language, Role... roles) {
    var trusted = Set.copyOf(Arrays.asList(roles));
    var outcome = mandates.invite(account(by), body, email(name), trusted, language);
    if (outcome instanceof Mandates.PeopleOutcome.Invited(var link)) {
      var word = link.substring(link.lastIndexOf('/') + 1);
      return come(word, email(name), name, trusted, language);
    }
    throw new IllegalStateException(name + ": " + outcome);
  }

  private DemoPerson come(
      String word, String email, String name, Set<Role> roles, String language) {
    if (!(accounts.open(word) instanceof Accounts.Opened.Invitation invitation)) {
      throw new IllegalStateException(name + ": no invitation");
    }
    var seed = invitation.typed();
    var password = password();
    var code = OneTimeCode.now(seed).orElseThrow();
    var made = accounts.make(word, new Accounts.Newcomer(email, name, language, password, code));
    if (made instanceof Accounts.MakeOutcome.Made(var account)) {
      var codes = EnumSet.copyOf(roles).stream().map(Role::code).toList();
      var body = invitation.body().name();
      return new DemoPerson(account.id(), email, name, body, codes, password, seed);
    }
    throw new IllegalStateException(name + ": " + made);
  }

  private static String email(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
  }

  private String password() {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < GROUPS; i++) {
      var group = new StringBuilder();
      for (int j = 0; j < GROUP; j++) {
        group.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
      }
      groups.add(group.toString());
    }
    return String.join("-", groups);
  }
}
