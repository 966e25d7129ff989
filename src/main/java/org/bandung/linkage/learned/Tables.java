package org.bandung.linkage.learned;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// The two tables behind pair files, as far as the pairs show them: every record once, its texts
/// read, its terms weighed by how rare they are, and how close it comes to each of the other side.
///
/// All of this looks at texts only, never at a label.
final class Tables {

  /// The column that holds all columns together.
  static final String ALL = "";

  /// A word in more texts than this says too little to make two records neighbours.
  private static final int COMMONEST = 2_000;

  /// A text with its terms.
  record Profile(Reading reading, Bag words, Bag joined, Bag triples, Bag numbers) {}

  private record Counted(
      Reading reading, int[] words, int[] joined, int[] triples, int[] numbers) {}

  private final List<String> columns;
  private final Map<Map<String, String>, Map<String, Profile>> profiles = new IdentityHashMap<>();
  private final Bag.Vocabulary words = new Bag.Vocabulary();
  private final Neighbours neighbours;

  Tables(List<PairFile.Pair> pairs) {
    var names = new LinkedHashSet<String>();
    var lefts = new IdentityHashMap<Map<String, String>, Integer>();
    var rights = new IdentityHashMap<Map<String, String>, Integer>();
    pairs.forEach(p -> {
      names.addAll(p.left().keySet());
      names.addAll(p.right().keySet());
      lefts.putIfAbsent(p.left(), lefts.size());
      rights.putIfAbsent(p.right(), rights.size());
    });
    names.add(ALL);
    this.columns = List.copyOf(names);
    var all = inOrder(pairs);
    columns.forEach(column -> profile(column, all));
    this.neighbours = new Neighbours(bags(lefts), bags(rights), lefts, rights);
  }

  /// Every record once, as they come: numbers of terms follow, and with them the last digits of
  /// sums.
  private static List<Map<String, String>> inOrder(List<PairFile.Pair> pairs) {
    var seen = new IdentityHashMap<Map<String, String>, Boolean>();
    var all = new ArrayList<Map<String, String>>();
    for (var pair : pairs) {
      for (var record : List.of(pair.left(), pair.right())) {
        if (seen.put(record, true) == null) {
          all.add(record);
        }
      }
    }
    return all;
  }

  List<String> columns() {
    return columns;
  }

  Profile profile(Map<String, String> record, String column) {
    var own = profiles.get(record);
    var found = own == null ? null : own.get(column);
    if (found == null) {
      throw new IllegalArgumentException("a record of other tables");
    }
    return found;
  }

  Neighbours neighbours() {
    return neighbours;
  }

  private void profile(String column, Iterable<Map<String, String>> records) {
    var vocabulary = column.equals(ALL) ? words : new Bag.Vocabulary();
    var joined = new Bag.Vocabulary();
    var triples = new Bag.Vocabulary();
    var numbers = new Bag.Vocabulary();
    var counted = new IdentityHashMap<Map<String, String>, Counted>();
    for (var record : records) {
      var text =
          column.equals(ALL) ? String.join(" ", record.values()) : record.getOrDefault(column, "");
      var reading = Reading.of(text);
      counted.put(
          record,
          new Counted(
              reading,
              vocabulary.count(reading.words()),
              joined.count(reading.joined()),
              triples.count(reading.triples()),
              numbers.count(reading.numbers())));
    }
    counted.forEach((record, c) ->
        profiles
            .computeIfAbsent(record, r -> new java.util.HashMap<>())
            .put(
                column,
                new Profile(
                    c.reading(),
                    vocabulary.bag(c.words()),
                    joined.bag(c.joined()),
                    triples.bag(c.triples()),
                    numbers.bag(c.numbers()))));
  }

  private List<Bag> bags(Map<Map<String, String>, Integer> side) {
    var bags = new Bag[side.size()];
    side.forEach((record, number) -> bags[number] = profile(record, columns.getFirst()).joined());
    return List.of(bags);
  }

  /// How close records of the two sides come, by the cosine of their first column.
  static final class Neighbours {
    private final Map<Map<String, String>, Integer> lefts;
    private final Map<Map<String, String>, Integer> rights;
    private final List<Bag> leftBags;
    private final List<Bag> rightBags;
    private final double[][] leftBest;
    private final double[][] rightBest;

    Neighbours(
        List<Bag> leftBags,
        List<Bag> rightBags,
        Map<Map<String, String>, Integer> lefts,
        Map<Map<String, String>, Integer> rights) {
      this.lefts = lefts;
      this.rights = rights;
      this.leftBags = leftBags;
      this.rightBags = rightBags;
      this.leftBest = best(leftBags, rightBags);
      this.rightBest = best(rightBags, leftBags);
    }

    /// For each of one side the three greatest cosines with the other.
    private static double[][] best(List<Bag> from, List<Bag> to) {
      var standing = new ArrayList<List<int[]>>();
      for (int r = 0; r < to.size(); r++) {
        var bag = to.get(r);
        for (int i = 0; i < bag.ids().length; i++) {
          while (standing.size() <= bag.ids()[i]) {
            standing.add(new ArrayList<>());
          }
          standing.get(bag.ids()[i]).add(new int[] {r});
        }
      }
      var best = new double[from.size()][];
      var dots = new double[to.size()];
      for (int l = 0; l < best.length; l++) {
        best[l] = top(from.get(l), to, standing, dots);
      }
      return best;
    }

    private static double[] top(Bag bag, List<Bag> to, List<List<int[]>> standing, double[] dots) {
      java.util.Arrays.fill(dots, 0);
      for (int i = 0; i < bag.ids().length; i++) {
        int id = bag.ids()[i];
        if (id < standing.size() && standing.get(id).size() <= COMMONEST) {
          for (var r : standing.get(id)) {
            dots[r[0]] += bag.weights()[i] * bag.weights()[i];
          }
        }
      }
      var three = new double[3];
      for (int r = 0; r < dots.length; r++) {
        double cosine = dots[r] == 0 ? 0 : dots[r] / (bag.norm() * to.get(r).norm());
        for (int k = 0; k < 3; k++) {
          if (cosine > three[k]) {
            double next = three[k];
            three[k] = cosine;
            cosine = next;
          }
        }
      }
      return three;
    }

    /// The cosine of a pair, then by how much it lies below the best, the second and the third of
    /// the left record and of the right one (below 0: it is better than that).
    double[] of(PairFile.Pair pair) {
      int l = lefts.getOrDefault(pair.left(), 0);
      int r = rights.getOrDefault(pair.right(), 0);
      double own = leftBags.get(l).cosine(rightBags.get(r));
      return new double[] {
        own,
        leftBest[l][0] - own,
        leftBest[l][1] - own,
        leftBest[l][2] - own,
        rightBest[r][0] - own,
        rightBest[r][1] - own,
        rightBest[r][2] - own
      };
    }
  }
}
