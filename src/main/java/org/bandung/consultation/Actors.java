package org.bandung.consultation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandate;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.consultation.Actor.Capacity;
import org.springframework.stereotype.Service;

/// Who may act for which party: the one place that makes an [Actor] of an account.
///
/// Only those who act for the very body that is the party are its actors. Who coordinates a country
/// reads what its institutions submit, but not what they say in talks: she may sit at the same
/// table as another party.
@Service
public final class Actors {

  private final Mandates mandates;

  Actors(Mandates mandates) {
    this.mandates = mandates;
  }

  /// Somebody as she acts for a party; empty if she has nothing to do with it.
  public Optional<Actor> of(Account account, String party) {
    return mandates
        .actingFor(party)
        .flatMap(body -> own(account, body))
        .filter(m -> may(account, m, Permission.READ_PRIVATE))
        .map(m -> new Actor(party, account.id(), capacities(account, m)));
  }

  private static Optional<Mandate> own(Account account, Body body) {
    return account.mandates().stream().filter(m -> m.body().id().equals(body.id())).findFirst();
  }

  private Set<Capacity> capacities(Account account, Mandate mandate) {
    var capacities = EnumSet.noneOf(Capacity.class);
    for (var capacity : Capacity.values()) {
      if (may(account, mandate, permission(capacity))) {
        capacities.add(capacity);
      }
    }
    return capacities;
  }

  private static Permission permission(Capacity capacity) {
    return switch (capacity) {
      case CONTRIBUTOR -> Permission.WRITE_ENTRY;
      case NEGOTIATOR -> Permission.NEGOTIATE;
      case SIGNATORY -> Permission.SIGN;
    };
  }

  /// What she may with this mandate alone, whatever her others allow.
  private boolean may(Account account, Mandate mandate, Permission permission) {
    var narrowed =
        new Account(
            account.id(), account.email(), account.name(), account.language(), List.of(mandate));
    return mandates.may(narrowed, permission, mandate.body());
  }

  /// The names under which the bodies somebody acts for can be parties: a country by its code,
  /// others by the id of the body and, where it has one, that of the directory.
  public List<String> parties(Account account) {
    return account.mandates().stream()
        .map(Mandate::body)
        .flatMap(Actors::names)
        .filter(party -> of(account, party).isPresent())
        .distinct()
        .toList();
  }

  private static Stream<String> names(Body body) {
    if (body.kind() == Body.Kind.AUTHORITY) {
      return Stream.ofNullable(body.country());
    }
    return Stream.concat(Stream.of(body.id()), Stream.ofNullable(body.organisation()));
  }
}
