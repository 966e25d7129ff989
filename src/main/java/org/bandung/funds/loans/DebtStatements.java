package org.bandung.funds.loans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.bandung.funds.ledger.Money;
import org.jspecify.annotations.Nullable;

/// What creditor and debtor state of one debt, side by side. Neither is right here: where they
/// differ both stand, and sums are ranges.
///
/// @param lines by day, kind and reference
/// @param owed what is owed on all of it
public record DebtStatements(List<Line> lines, Range owed) {

  public DebtStatements {
    lines = List.copyOf(lines);
  }

  /// What a line is about.
  public enum Kind {
    PAID_OUT,
    PRINCIPAL_PAID,
    INTEREST_PAID,
    FORGIVEN
  }

  /// What one side states.
  ///
  /// @param reference that both use, such as a bank's; empty if there is none
  public record Stated(LocalDate day, Kind kind, String reference, Money amount) {}

  /// A line of both; null where one side does not state it.
  public record Line(
      LocalDate day,
      Kind kind,
      String reference,
      @Nullable Money creditor,
      @Nullable Money debtor) {

    /// Whether both state the same.
    public boolean agreed() {
      return Objects.equals(creditor, debtor);
    }
  }

  /// From the least to the most that follows from what is stated; one figure where both agree.
  public record Range(Money least, Money most) {
    public Range {
      if (least.compareTo(most) > 0) {
        throw new IllegalArgumentException(least + " is more than " + most);
      }
    }

    public boolean disputed() {
      return !least.equals(most);
    }

    private Range plus(Range other) {
      return new Range(least.plus(other.least), most.plus(other.most));
    }
  }

  private record Place(LocalDate day, Kind kind, String reference, int number)
      implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::day)
            .thenComparing(Place::kind)
            .thenComparing(Place::reference)
            .thenComparingInt(Place::number);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /// Puts two statements side by side.
  ///
  /// `owed = Σ paid out − Σ principal paid − Σ forgiven`; a line that one side does not state is
  /// anything from nothing to what the other states. Interest paid does not change what is owed.
  ///
  /// @param zero nothing, in the currency of both
  public static DebtStatements of(List<Stated> creditor, List<Stated> debtor, Money zero) {
    var theirs = placed(creditor);
    var ours = placed(debtor);
    var places = new TreeMap<>(theirs);
    places.putAll(ours);
    var lines = new ArrayList<Line>();
    var owed = new Range(zero, zero);
    for (var place : places.keySet()) {
      var line =
          new Line(
              place.day(), place.kind(), place.reference(), theirs.get(place), ours.get(place));
      lines.add(line);
      owed = owed.plus(effect(line, zero));
    }
    return new DebtStatements(lines, owed);
  }

  /// Statements of one day, kind and reference are matched in their order by size.
  private static TreeMap<Place, Money> placed(List<Stated> stated) {
    var ordered = new ArrayList<>(stated);
    ordered.sort(Comparator.comparing(Stated::amount));
    var placed = new TreeMap<Place, Money>();
    for (var s : ordered) {
      int number = 0;
      while (placed.containsKey(new Place(s.day(), s.kind(), s.reference(), number))) {
        number++;
      }
      placed.put(new Place(s.day(), s.kind(), s.reference(), number), s.amount());
    }
    return placed;
  }

  private static Range effect(Line line, Money zero) {
    var one = line.creditor() == null ? zero : line.creditor();
    var other = line.debtor() == null ? zero : line.debtor();
    var least = one.compareTo(other) <= 0 ? one : other;
    var most = one.compareTo(other) <= 0 ? other : one;
    return switch (line.kind()) {
      case PAID_OUT -> new Range(least, most);
      case PRINCIPAL_PAID, FORGIVEN -> new Range(most.negated(), least.negated());
      case INTEREST_PAID -> new Range(zero, zero);
    };
  }
}
