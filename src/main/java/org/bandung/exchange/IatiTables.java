package org.bandung.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bandung.registry.said.Role;
import org.jspecify.annotations.Nullable;

/// How the codes of IATI become ours; every decision stands in a data file.
final class IatiTables {

  private final Map<String, Role> roles = new HashMap<>();
  private final Map<String, String> vocabularies = new HashMap<>();
  private final Map<String, String> transactionTypes;
  private final Map<String, String> leftovers;

  IatiTables() {
    for (var row : ExchangeTables.read("iati-roles.csv")) {
      var role = Role.valueOf(row.getField("our_role").toUpperCase(Locale.ROOT));
      for (var type : List.of(row.getField("organisation_types").split(" "))) {
        roles.put(row.getField("role") + ' ' + type, role);
      }
    }
    for (var row : ExchangeTables.read("iati-vocabularies.csv")) {
      vocabularies.put(
          row.getField("element") + ' ' + row.getField("vocabulary"), row.getField("scheme"));
    }
    transactionTypes =
        ExchangeTables.read("iati-transaction-types.csv").stream()
            .collect(
                Collectors.toUnmodifiableMap(r -> r.getField("type"), r -> r.getField("kind")));
    leftovers =
        ExchangeTables.read("iati-leftovers.csv").stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    r -> r.getField("list") + ' ' + r.getField("code"), r -> r.getField("means")));
  }

  /// The part that somebody of this role and organisation type takes.
  Optional<Role> role(@Nullable String role, @Nullable String type) {
    if (role == null) {
      return Optional.empty();
    }
    var code = today("role", role);
    var special = roles.get(code + ' ' + type);
    return Optional.ofNullable(special != null ? special : roles.get(code + " *"));
  }

  /// The scheme of a code, such as `dac-sector` for a sector of vocabulary 1.
  ///
  /// @param vocabulary 1 if it is missing
  String scheme(String element, @Nullable String vocabulary) {
    var given = vocabulary == null ? "1" : vocabulary;
    var known = vocabularies.get(element + ' ' + given);
    return known != null ? known : "iati-" + element + "-vocabulary/" + given;
  }

  Optional<String> contributionKind(String transactionType) {
    return Optional.ofNullable(transactionTypes.get(today("transaction-type", transactionType)));
  }

  /// The code of version 2 for one that version 1 left behind.
  String today(String list, String code) {
    return leftovers.getOrDefault(list + ' ' + code.toUpperCase(Locale.ROOT), code);
  }

  /// Changes when one of the tables changes.
  static String fingerprint() {
    return ExchangeTables.fingerprint(
        "iati-roles.csv",
        "iati-vocabularies.csv",
        "iati-transaction-types.csv",
        "iati-leftovers.csv");
  }
}
