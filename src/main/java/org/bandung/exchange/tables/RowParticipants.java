package org.bandung.exchange.tables;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bandung.exchange.tables.RowValues.Value;
import org.bandung.exchange.tables.TableMapping.Rule;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.reference.CountryResolution;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Participant.OrganisationMention;
import org.bandung.registry.said.Role;
import org.jspecify.annotations.Nullable;

/// Who takes part, by the countries and organisations of one row.
final class RowParticipants {

  private final RowNotes notes;
  private final TableGround ground;
  private final Set<Participant> found = new LinkedHashSet<>();
  private final Set<String> countries = new LinkedHashSet<>();

  RowParticipants(RowNotes notes, TableGround ground) {
    this.notes = notes;
    this.ground = ground;
  }

  List<Participant> list() {
    return List.copyOf(found);
  }

  /// Whether an organisation of this reference takes part.
  boolean has(String reference) {
    return !reference.isEmpty()
        && found.stream()
            .map(Participant::organisation)
            .anyMatch(o -> o != null && reference.equalsIgnoreCase(o.reference()));
  }

  private static Role role(String code) {
    return Role.valueOf(code.toUpperCase(Locale.ROOT));
  }

  void country(Rule rule, Value value) {
    var role = role(rule.setting("role", "recipient"));
    var percentage = value.with("percentage", "");
    var share = percentage.isEmpty() ? null : percentage;
    switch (ground.resolveCountry(value.text())) {
      case CountryResolution.Found(var country) -> add(role, country, null, share);
      case CountryResolution.Several(var code, var several) ->
          several.forEach(country -> add(role, country, code, null));
      case CountryResolution.Aggregate(var code) -> {
        notes.add("bandung.country-aggregate", rule.column(), value.text());
        found.add(new Participant(role, null, code, share, null));
      }
      case CountryResolution.Unknown(var _) -> {
        notes.add("bandung.country-unknown", rule.column(), value.text());
        found.add(new Participant(role, null, value.text(), share, null));
      }
    }
  }

  private void add(
      Role role, CountryCode country, @Nullable String reported, @Nullable String share) {
    if (countries.add(role + " " + country)) {
      found.add(new Participant(role, country, reported, share, null));
    }
  }

  /// Where no role is given and a companion names the organisation, the column itself says its
  /// role.
  void organisation(Rule rule, Value value) {
    boolean ofRoles =
        rule.setting("role") == null
            && (rule.with().containsKey("name") || rule.with().containsKey("reference"));
    var type = value.with("type", rule.setting("type", ""));
    var role =
        ofRoles ? roleOf(rule, value.text(), type) : role(rule.setting("role", "implementer"));
    var name = ofRoles ? value.with("name", "") : value.text();
    var reference = value.with("reference", rule.setting("reference", ""));
    if (role == null || (name.isEmpty() && reference.isEmpty())) {
      return;
    }
    var mention =
        new OrganisationMention(
            reference.isEmpty() ? null : reference,
            name.isEmpty()
                ? LocalizedText.EMPTY
                : LocalizedText.of(rule.setting("language", LocalizedText.UNDETERMINED), name),
            type.isEmpty() ? null : type,
            null);
    found.add(Participant.organisation(role, mention));
  }

  /// `3/10` goes before `3`: what a role means may depend on the kind of organisation.
  private @Nullable Role roleOf(Rule rule, String code, String type) {
    var translated =
        rule.kinds().getOrDefault(code + "/" + type, rule.kinds().getOrDefault(code, ""));
    for (var role : Role.values()) {
      if (role.code().equals(translated)) {
        return role;
      }
    }
    notes.add("bandung.role-unknown", rule.column(), code);
    return null;
  }
}
