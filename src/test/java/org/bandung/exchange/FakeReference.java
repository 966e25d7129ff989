package org.bandung.exchange;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Country;
import org.bandung.reference.CountryResolution;
import org.bandung.reference.Development;
import org.bandung.reference.Grouping;
import org.bandung.reference.Membership;
import org.bandung.reference.Reference;
import org.bandung.reference.Region;
import org.bandung.reference.Scheme;
import org.bandung.reference.StatusScheme;

/// A world of ISO user-assigned codes: QM to QZ are countries, QS was QM and QN together.
final class FakeReference implements Reference {

  private static final Map<String, CountryResolution> SPECIAL =
      Map.of(
          "QS",
          new CountryResolution.Several(
              "QS", List.of(new CountryCode("QMM"), new CountryCode("QNN"))),
          "998",
          new CountryResolution.Aggregate("998"),
          "Quemada",
          new CountryResolution.Found(new CountryCode("QMM")));

  @Override
  public Collection<Country> countries() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Country> findCountry(CountryCode code) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CountryResolution resolveCountry(String codeOrName) {
    var special = SPECIAL.get(codeOrName);
    if (special != null) {
      return special;
    }
    if (codeOrName.matches("Q[M-Z]")) {
      return new CountryResolution.Found(new CountryCode(codeOrName + codeOrName.charAt(1)));
    }
    return codeOrName.matches("[A-Z]{3}") || codeOrName.matches("[A-Z]{2}")
        ? new CountryResolution.Found(new CountryCode((codeOrName + "X").substring(0, 3)))
        : new CountryResolution.Unknown(codeOrName);
  }

  @Override
  public String countryName(CountryCode code, String language) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Region> findRegion(String m49) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Development development(CountryCode country, LocalDate on) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Development development(CountryCode country, LocalDate on, String scheme) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String defaultStatusScheme() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<StatusScheme> statusSchemes() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Membership> statusHistory(CountryCode country) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Membership> categories(CountryCode country) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Collection<Grouping> groupings() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Grouping> findGrouping(String code) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Membership> membershipsOf(CountryCode country) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Membership> membersOf(String grouping) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isMember(String grouping, CountryCode country, LocalDate on) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Collection<Scheme> schemes() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Scheme> findScheme(String code) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String label(String scheme, String code, String language) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> crosswalk(String fromScheme, String fromCode, String toScheme) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String fingerprint() {
    return "reference";
  }
}
