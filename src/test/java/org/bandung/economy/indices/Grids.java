package org.bandung.economy.indices;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Grids for tests: rows QM, QN, QO, ... and columns k1, k2, ...
public final class Grids {

  private Grids() {}

  public static Grid of(double[]... rows) {
    var builder = Grid.builder();
    for (var row = 0; row < rows.length; row++) {
      for (var column = 0; column < rows[row].length; column++) {
        builder.add("Q" + (char) ('M' + row), "k" + (column + 1), rows[row][column]);
      }
    }
    return builder.build();
  }

  /// Flows among QM, QN, QO, ...
  public static Grid flows(double[]... rows) {
    var builder = Grid.builder();
    for (var row = 0; row < rows.length; row++) {
      for (var column = 0; column < rows.length; column++) {
        builder.add("Q" + (char) ('M' + row), "Q" + (char) ('M' + column), rows[row][column]);
      }
    }
    return builder.build();
  }

  /// Values as trade has them: most are zero, some are huge. Every row and column has one.
  public static Grid random(long seed, int height, int width) {
    var random = new Random(seed);
    var cells = new double[height * width];
    for (var at = 0; at < cells.length; at++) {
      cells[at] = random.nextInt(3) > 0 ? 0 : Math.exp(random.nextGaussian() * 3);
    }
    for (var at = 0; at < Math.max(height, width); at++) {
      cells[at % height * width + at % width] += 1;
    }
    return Grid.of(codes("r", height), codes("c", width), cells);
  }

  static Arbitrary<double[]> values() {
    return Arbitraries.doubles().between(0, 1e12).array(double[].class).ofMinSize(2).ofMaxSize(40);
  }

  private static List<String> codes(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(at -> "%s%04d".formatted(prefix, at)).toList();
  }
}
