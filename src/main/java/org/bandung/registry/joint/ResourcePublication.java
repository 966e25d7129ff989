package org.bandung.registry.joint;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bandung.access.Body;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Participant.OrganisationMention;
import org.bandung.registry.said.Role;

/// What a released resource states about the initiative that it went into.
final class ResourcePublication {

  /// Code of the scheme `organisation-type`.
  private static final String MULTILATERAL = "40";

  private ResourcePublication() {}

  static String originalId(String id) {
    return "BANDUNG-RESOURCE-" + id.toUpperCase(java.util.Locale.ROOT);
  }

  /// The statement; empty if it is not meant for everybody or there is no initiative to speak of.
  ///
  /// @param linked the identifier under which a public initiative can be spoken of
  static Optional<Content> of(
      Resource.Held held, Body owner, Function<String, Optional<String>> linked) {
    var said = held.said();
    if (said.initiative() == null || said.visibility() != Contribution.Visibility.PUBLIC) {
      return Optional.empty();
    }
    return linked.apply(said.initiative()).map(identifier -> content(said, owner, identifier));
  }

  private static Content content(Resource said, Body owner, String identifier) {
    boolean above = owner.country() == null;
    var mention =
        new OrganisationMention(
            null, LocalizedText.of("und", owner.name()), above ? MULTILATERAL : null, null);
    return new Content(
        null,
        LocalizedText.EMPTY,
        LocalizedText.EMPTY,
        null,
        Period.UNKNOWN,
        Period.UNKNOWN,
        List.of(Participant.organisation(Role.FACILITATOR, mention)),
        List.of(),
        List.of(),
        List.of(
            new Content.Contribution(
                "contribution",
                null,
                new Period(PartialDate.ofYear(said.year()), PartialDate.ofYear(said.year()), false),
                said.figure().amount(),
                null,
                said.figure().quantity(),
                null,
                false,
                mention,
                null,
                null,
                null,
                List.of(),
                said.what())),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Content.Identifier("iati", identifier)),
        List.of());
  }
}
