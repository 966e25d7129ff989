package org.bandung.registry.joint;

import java.util.ArrayList;
import java.util.List;
import org.bandung.registry.joint.Joint.Answer;
import org.bandung.registry.joint.Joint.Standing;
import org.bandung.registry.joint.Joint.Stated;
import org.jspecify.annotations.Nullable;

/// Reads what one states and what the others reply side by side; nothing is merged, added or
/// chosen.
public final class SideBySide {

  private SideBySide() {}

  /// One contribution with what each counterpart says of it.
  public record Row(Stated stated, List<Side> sides) {
    public Row {
      sides = List.copyOf(sides);
    }

    /// Whether somebody says otherwise.
    public boolean disputed() {
      return sides.stream().anyMatch(s -> s.standing() == Standing.DISPUTED);
    }
  }

  /// What one counterpart says.
  ///
  /// @param answer null where it has not replied to this version
  public record Side(String party, Standing standing, @Nullable Answer answer) {}

  /// All contributions in the order in which they were stated.
  public static List<Row> of(Joint j) {
    var rows = new ArrayList<Row>();
    for (var stated : j.stated().values()) {
      rows.add(of(j, stated));
    }
    return rows;
  }

  /// One contribution.
  public static Row of(Joint j, Stated stated) {
    return new Row(
        stated, counterparts(j, stated).stream().map(party -> side(stated, party)).toList());
  }

  private static Side side(Stated stated, String party) {
    var answer = stated.answers().get(party);
    return new Side(party, answer == null ? Standing.NOT_REPLIED : answer.standing(), answer);
  }

  /// Who can confirm or dispute: the other end; where it is for everybody, each of the others.
  public static List<String> counterparts(Joint j, Stated stated) {
    var said = stated.said();
    if (said.receiver().equals(Contribution.EVERYBODY)) {
      return j.beginning().parties().stream()
          .map(JointParty::id)
          .filter(p -> !p.equals(stated.by()))
          .toList();
    }
    return List.of(stated.by().equals(said.giver()) ? said.receiver() : said.giver());
  }
}
