package org.bandung.economy;

import java.util.OptionalDouble;

/// What the members of a producers' organisation hold of the world's exports of a product in one
/// year, and whether they could move its price if they acted as one.
///
/// @param year of the data
/// @param members exports of the members, in the data's unit
/// @param world exports of all
/// @param reporting how many members have exports in the data
/// @param belonging how many members the organisation had
public record MarketPower(int year, double members, double world, int reporting, int belonging) {

  /// Share of world exports.
  ///
  /// `members / world`
  ///
  /// @return between 0 and 1; empty if nobody exports
  public OptionalDouble share() {
    return world > 0 ? OptionalDouble.of(members / world) : OptionalDouble.empty();
  }

  /// Lerner index of a dominant group: by what part of the price it could stand above its cost.
  ///
  /// `L = s / (|demand| + (1 - s) supply)`, at most 1
  ///
  /// An upper bound: members compete, and exports are not all that is produced.
  ///
  /// @param demand elasticity of the world's demand, taken without sign, above 0
  /// @param supply elasticity of what others offer, at least 0
  /// @return between 0 (takes the price as it is) and 1; empty if nobody exports
  /// @see <a href="https://doi.org/10.2307/1340687">Landes and Posner 1981</a>
  public OptionalDouble lerner(double demand, double supply) {
    if (!(Math.abs(demand) > 0) || !(supply >= 0)) {
      throw new IllegalArgumentException("no elasticities: " + demand + ", " + supply);
    }
    return share().stream()
        .map(s -> Math.min(1, s / (Math.abs(demand) + (1 - s) * supply)))
        .findFirst();
  }
}
