package org.bandung.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bandung.kernel.ShippedTable;

/// Who may do what: declared rules, and the one function that reads them.
///
/// `allowed = admitted ∧ ∃ rule: rule.permission = p ∧ rule.role ∈ roles ∧ rule.relation ∈
/// relations`
public final class MandateRules {

  /// One declared rule.
  record Rule(Permission permission, Role role, Relation relation) {}

  /// The roles that can let people in.
  static final Set<Role> MANAGING = Set.of(Role.SIGNATORY, Role.AUTHORITY, Role.ADMINISTRATOR);

  private final Set<Rule> rules;

  private MandateRules(Set<Rule> rules) {
    this.rules = Set.copyOf(rules);
  }

  /// The rules that come with the program.
  public static MandateRules shipped() {
    var rules = new HashSet<Rule>();
    for (var row : ShippedTable.read("access/permissions.csv")) {
      rules.add(
          new Rule(
              permission(row.getField("permission")),
              Role.ofCode(row.getField("role")).orElseThrow(),
              Relation.valueOf(row.getField("relation").toUpperCase(java.util.Locale.ROOT))));
    }
    return new MandateRules(rules);
  }

  private static Permission permission(String code) {
    return Permission.valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }

  /// Whether a mandate allows something on what the owner has.
  public boolean allow(Mandate mandate, Permission permission, Body owner) {
    if (!mandate.body().admitted() && permission != Permission.READ_PRIVATE) {
      return false;
    }
    return allow(mandate, permission, relations(mandate.body(), owner));
  }

  /// Whether a mandate allows something on a thing in sectors that the owner's country delegated to
  /// the mandate's body.
  public boolean allowInSector(Mandate mandate, Permission permission, Body owner) {
    var country = owner.country();
    return mandate.body().admitted()
        && country != null
        && country.equals(mandate.body().country())
        && allow(mandate, permission, EnumSet.of(Relation.SECTOR));
  }

  private boolean allow(Mandate mandate, Permission permission, Set<Relation> relations) {
    return mandate.roles().stream()
        .anyMatch(role ->
            relations.stream()
                .anyMatch(relation -> rules.contains(new Rule(permission, role, relation))));
  }

  /// The mandates among these that allow it.
  public List<Mandate> allowing(List<Mandate> mandates, Permission permission, Body owner) {
    return mandates.stream().filter(m -> allow(m, permission, owner)).toList();
  }

  /// Every way in which one body stands to another.
  static Set<Relation> relations(Body acting, Body owner) {
    var relations = EnumSet.noneOf(Relation.class);
    if (acting.id().equals(owner.id())) {
      relations.add(Relation.OWN);
      if (owner.kind() != Body.Kind.ORGANISATION) {
        relations.add(Relation.ABOVE);
      }
    }
    if (acting.kind() == Body.Kind.AUTHORITY
        && acting.country() != null
        && acting.country().equals(owner.country())) {
      relations.add(Relation.COUNTRY);
    }
    if (acting.kind() == Body.Kind.NODE) {
      relations.add(Relation.NODE);
    }
    return relations;
  }

  /// Whether somebody among people with these roles can let others in.
  static boolean staffed(Collection<Set<Role>> held) {
    return held.stream().anyMatch(roles -> roles.stream().anyMatch(MANAGING::contains));
  }

  /// The mandates that still hold once a body is in hands of its own: only those of the body
  /// itself. Whoever is above lets in its first people; once there is somebody, who acts for it is
  /// its own affair, or one who coordinates could sign in another's name.
  static List<Mandate> stillOpen(List<Mandate> allowed, Body owner, boolean ownHands) {
    return allowed.stream().filter(m -> !ownHands || m.body().id().equals(owner.id())).toList();
  }

  /// The mandates that still admit a body: a country with an authority admits its institutions
  /// itself.
  static List<Mandate> admitting(List<Mandate> allowed, boolean coordinated) {
    return allowed.stream().filter(m -> !coordinated || m.body().kind() != Body.Kind.NODE).toList();
  }

  /// The roles that somebody with this mandate may give in the owner's name: never more than the
  /// owner can have. Only the node has administrators, and only those who coordinate authorities.
  ///
  /// @param delegated whether its country delegated sectors to it
  static Set<Role> givable(Body owner, boolean delegated) {
    var roles = EnumSet.allOf(Role.class);
    if (owner.kind() != Body.Kind.NODE) {
      roles.remove(Role.ADMINISTRATOR);
    } else {
      return EnumSet.of(Role.ADMINISTRATOR, Role.READER);
    }
    if (owner.kind() == Body.Kind.ORGANISATION) {
      roles.remove(Role.AUTHORITY);
      if (!delegated) {
        roles.remove(Role.ENDORSER);
      }
    }
    return roles;
  }
}
