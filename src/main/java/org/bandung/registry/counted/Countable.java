package org.bandung.registry.counted;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Content.Contribution;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;

/// One initiative as statistics count it: once, whoever spoke of it.
///
/// @param content what the statements give together
/// @param sides the countries that take part, itself or through their organisations
/// @param reporters keys of the sources that speak of it
/// @param given every contribution once; see [Contributions]
public record Countable(
    String id,
    Content content,
    Reading reading,
    List<Side> sides,
    List<String> reporters,
    Standing standing,
    List<Given> given) {

  public Countable {
    sides = List.copyOf(sides);
    reporters = List.copyOf(reporters);
    given = List.copyOf(given);
  }

  /// What follows from the content.
  ///
  /// @param modality code of the scheme `modality`
  /// @param statusDate the day at which the status of countries was read
  /// @param tags every code a list can be narrowed by
  public record Reading(
      String modality,
      Optional<String> scope,
      boolean southSouth,
      Optional<PartialDate> statusDate,
      Period period,
      Set<String> tags) {

    public Reading {
      tags = Set.copyOf(tags);
    }
  }

  /// A country and the role in which it takes part.
  public record Side(CountryCode country, Role role) {}

  /// Who stands behind what is said of it.
  public enum Standing {
    /// One source, or several of which none is a partner that confirms.
    ONE_SIDE("one-side"),
    /// Two sources that take part or work in it speak of it, or one confirmed the other's figure.
    BOTH_SIDES("both-sides"),
    /// A partner disputes a figure of the other.
    DISPUTED("disputed"),
    /// Only a third party wrote it down.
    COMPILED("compiled");

    private final String code;

    Standing(String code) {
      this.code = code;
    }

    /// Its word in every door.
    public String code() {
      return code;
    }
  }

  /// A contribution that counts.
  ///
  /// @param giver the country that gives, where one can be told
  /// @param receiver the country that receives, where one can be told
  /// @param reporter the source whose word it is
  public record Given(
      Contribution what,
      Optional<CountryCode> giver,
      Optional<CountryCode> receiver,
      String reporter) {}

  /// A statement about the initiative that stands.
  ///
  /// @param reporter key of its source
  public record Heard(String reporter, Statement.Speaker speaker, Content content) {}
}
