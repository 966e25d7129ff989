package org.bandung.exchange.iati;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.bandung.exchange.iati.LossReport.Field;
import org.bandung.exchange.iati.LossReport.Where;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Participant.OrganisationMention;
import org.bandung.registry.said.Role;
import org.jspecify.annotations.Nullable;

/// Who takes part, as `participating-org`. A country that takes part itself is written as its
/// government; who receives is no participant of IATI and stands in the block.
final class ComposedMembers {

  private static final String GOVERNMENT = "10";

  private final Page page;

  ComposedMembers(Page page) {
    this.page = page;
  }

  List<Xml> of(Content content, Composer.CountryNames names) {
    var members = new ArrayList<Xml>();
    var seen = new LinkedHashSet<Object>();
    for (var participant : content.participants()) {
      var code = role(participant.role());
      if (participant.role() != Role.FUNDER && participant.role() != Role.ACCOUNTABLE) {
        page.lost(Field.COUNTRY_ROLE, Where.BLOCK);
      }
      if (code == null) {
        if (participant.organisation() != null) {
          page.lost(Field.RECIPIENT_ORGANISATION, Where.BLOCK);
        }
      } else if (seen.add(participant)) {
        var member = member(participant, names, code);
        if (member != null) {
          members.add(member);
        }
      }
    }
    return members;
  }

  /// Code of OrganisationRole; null for who only receives.
  private static @Nullable String role(Role role) {
    return switch (role) {
      case FUNDER -> "1";
      case ACCOUNTABLE -> "2";
      case PROVIDER, DUAL, FACILITATOR -> "3";
      case IMPLEMENTER -> "4";
      case RECIPIENT -> null;
    };
  }

  private @Nullable Xml member(Participant participant, Composer.CountryNames names, String role) {
    var organisation = participant.organisation();
    if (organisation != null) {
      if (participant.country() != null) {
        page.lost(Field.COUNTRY_OF_ORGANISATION, Where.BLOCK);
      }
      var element = mention("participating-org", organisation, "activity-id");
      return element == null ? null : first(element, role);
    }
    var country = participant.country();
    if (country == null) {
      var as = participant.countryAsReported();
      page.lost(Field.COUNTRY_UNKNOWN, Where.BLOCK);
      return as == null || as.isBlank()
          ? null
          : Xml.of("participating-org")
              .with("role", role)
              .add(Xml.of("narrative").in("en").text(as.strip()));
    }
    return Xml.of("participating-org")
        .with("role", role)
        .with("type", GOVERNMENT)
        .add(Narratives.plain(names.of(country)));
  }

  private static Xml first(Xml element, String role) {
    element.attributes.addFirst(new Xml.Attribute("", "", "role", role));
    return element;
  }

  /// An organisation as mentioned; null if nothing is left of it.
  @Nullable Xml mention(String name, @Nullable OrganisationMention mentioned, String activityId) {
    if (mentioned == null) {
      return null;
    }
    var element = Xml.of(name);
    if (IatiCodes.isReference(mentioned.reference())) {
      element.with("ref", mentioned.reference());
    } else if (mentioned.reference() != null) {
      page.lost(Field.ORGANISATION_REFERENCE, Where.BLOCK);
    }
    var narratives = page.narratives().of(mentioned.name());
    if (element.attributes.isEmpty() && narratives.isEmpty()) {
      return null;
    }
    return element
        .with("type", page.codes().of("organisation-type", mentioned.type()))
        .with(activityId, mentioned.activityId())
        .add(narratives);
  }
}
