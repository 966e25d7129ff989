package org.bandung.registry.said;

import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// One who takes part, as a statement names it: a country itself, or an organisation.
///
/// @param country the country that takes part itself, or the one the source gives the organisation
/// @param countryAsReported the code or name of a country that is not known, kept as it came
/// @param percentage the share of the initiative the source gives this country, 0 to 100
/// @param organisation null when the country itself takes part
public record Participant(
    Role role,
    @Nullable CountryCode country,
    @Nullable String countryAsReported,
    @Nullable String percentage,
    @Nullable OrganisationMention organisation) {

  /// A country that takes part itself.
  public static Participant country(Role role, CountryCode country) {
    return new Participant(role, country, null, null, null);
  }

  /// An organisation that takes part.
  public static Participant organisation(Role role, OrganisationMention organisation) {
    return new Participant(role, null, null, null, organisation);
  }

  /// The same one in another role.
  public Participant inRole(Role other) {
    return new Participant(other, country, countryAsReported, percentage, organisation);
  }

  /// An organisation as a source mentions it; who it is, `parties` resolves.
  ///
  /// @param reference its identifier as reported, such as `XM-DAC-41114`
  /// @param type code of the scheme `organisation-type`
  /// @param activityId the id of the initiative in the organisation's own books
  public record OrganisationMention(
      @Nullable String reference,
      LocalizedText name,
      @Nullable String type,
      @Nullable String activityId) {}
}
