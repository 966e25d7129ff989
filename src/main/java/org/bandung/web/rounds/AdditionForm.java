package org.bandung.web.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.access.Body;
import org.bandung.collection.Addition;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.kernel.StableId;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;

/// An initiative as an institution adds it: read from a form or from the row of a table.
final class AdditionForm {

  /// Countries beside its own that a form has room for.
  static final int PARTNERS = 3;

  private AdditionForm() {}

  /// What was typed; faults are noted there.
  static Content read(Typed typed, Body body) {
    if (typed.get("title").isEmpty()) {
      typed.fault("title", "text-missing");
    }
    var who = new ArrayList<Participant>();
    var own = body.country();
    if (own != null) {
      who.add(Participant.country(role(typed, "role"), new CountryCode(own)));
    }
    for (int n = 1; n <= PARTNERS; n++) {
      var country = typed.get("country-" + n);
      if (CountryCode.isWellFormed(country)) {
        who.add(Participant.country(role(typed, "role-" + n), new CountryCode(country)));
      }
    }
    if (who.size() < 2) {
      typed.fault("country-1", "partner-missing");
    }
    return content(
        typed.prose("title"),
        typed.prose("description"),
        new Period(typed.date("start"), typed.date("end"), false),
        who,
        codes(typed),
        contributions(typed),
        identifiers(typed.given("same")));
  }

  private static Role role(Typed typed, String field) {
    for (var role : Role.values()) {
      if (role.code().equals(typed.get(field))) {
        return role;
      }
    }
    typed.fault(field, "text-missing");
    return Role.DUAL;
  }

  private static List<Content.Classification> codes(Typed typed) {
    var codes = new ArrayList<Content.Classification>();
    for (var field : List.of("sector", "form")) {
      var code = typed.get(field);
      if (code.matches("[A-Za-z0-9._-]{1,60}")) {
        codes.add(
            new Content.Classification(
                field.equals("form") ? "cooperation-form" : "dac-sector-group",
                code,
                null,
                LocalizedText.EMPTY));
      }
    }
    return codes;
  }

  private static List<Content.Contribution> contributions(Typed typed) {
    var amount = typed.amount("amount", "currency");
    return amount == null
        ? List.of()
        : List.of(
            new Content.Contribution(
                "disbursement",
                null,
                Period.UNKNOWN,
                amount,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                List.of(),
                LocalizedText.EMPTY));
  }

  private static List<Content.Identifier> identifiers(@Nullable String same) {
    return same == null ? List.of() : List.of(new Content.Identifier("iati", same));
  }

  private static Content content(
      LocalizedText title,
      LocalizedText description,
      Period actual,
      List<Participant> who,
      List<Content.Classification> codes,
      List<Content.Contribution> contributions,
      List<Content.Identifier> identifiers) {
    return new Content(
        null,
        title,
        description,
        null,
        Period.UNKNOWN,
        actual,
        who,
        codes,
        List.of(),
        contributions,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        identifiers,
        List.of());
  }

  /// What a row adds; empty if it has no title. Its key is the name of the row, so that the same
  /// table sent again says the same anew.
  static Optional<Addition> ofRow(Statement row, Body body) {
    var said = row.content();
    if (said.title().isEmpty()) {
      return Optional.empty();
    }
    var key = "row-" + StableId.of("round-row", body.id(), row.originalId());
    return Optional.of(Addition.of(key, said, true));
  }
}
