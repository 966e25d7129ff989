import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// Whether the Vector API does the sums of minima of all pairs faster than the plain loop that the
/// compiler makes vector instructions of. Started by bench/economy/indices vector, in a process of
/// its own: the server never loads the incubator module.
public final class VectorKernel {

  private static final int ROWS = 219;
  private static final int WIDTH = 5_199;

  private VectorKernel() {}

  interface Common<T> {
    double of(T one, T other);
  }

  public static void main(String[] arguments) {
    var a = new int[ROWS][WIDTH];
    var b = new int[ROWS][WIDTH];
    var random = new SplittableRandom(1);
    for (var row = 0; row < ROWS; row++) {
      for (var k = 0; k < WIDTH; k++) {
        a[row][k] = random.nextInt(3) > 0 ? 0 : random.nextInt(400_000);
        b[row][k] = random.nextInt(3) > 0 ? 0 : random.nextInt(400_000);
      }
    }
    var c = Arrays.stream(a).map(VectorKernel::doubles).toArray(double[][]::new);
    var d = Arrays.stream(b).map(VectorKernel::doubles).toArray(double[][]::new);
    System.out.println("219 x 219 pairs of 5,199 products, two threads; least and median of 41, ms");
    for (var turn = 0; turn < 2; turn++) {
      time("whole numbers, plain loop", a, b, VectorKernel::plain);
      time("whole numbers, Vector API", a, b, VectorKernel::vector);
      time("doubles, plain loop", c, d, VectorKernel::plain);
      time("doubles, Vector API", c, d, VectorKernel::vector);
    }
  }

  private static <T> void time(String name, T[] a, T[] b, Common<T> common) {
    var clock = new double[41];
    var sum = 0.0;
    for (var round = -20; round < clock.length; round++) {
      var began = System.nanoTime();
      sum = all(a, b, common);
      if (round >= 0) {
        clock[round] = (System.nanoTime() - began) / 1e6;
      }
    }
    Arrays.sort(clock);
    System.out.printf("%-28s %7.1f %7.1f   (sum %.0f)%n", name, clock[0], clock[20], sum);
  }

  private static <T> double all(T[] a, T[] b, Common<T> common) {
    var result = new double[ROWS];
    IntStream.range(0, (ROWS + 15) / 16)
        .parallel()
        .forEach(
            tile -> {
              for (var other = 0; other < ROWS; other++) {
                for (var row = tile * 16; row < Math.min(ROWS, tile * 16 + 16); row++) {
                  result[row] += common.of(a[row], b[other]);
                }
              }
            });
    return Arrays.stream(result).sum();
  }

  private static double plain(int[] a, int[] b) {
    var sum = 0;
    for (var k = 0; k < a.length; k++) {
      sum += Math.min(a[k], b[k]);
    }
    return sum;
  }

  private static double vector(int[] a, int[] b) {
    var species = IntVector.SPECIES_PREFERRED;
    var lanes = species.length();
    var first = IntVector.zero(species);
    var second = IntVector.zero(species);
    var k = 0;
    for (; k + 2 * lanes <= a.length; k += 2 * lanes) {
      first = first.add(IntVector.fromArray(species, a, k).min(IntVector.fromArray(species, b, k)));
      second =
          second.add(
              IntVector.fromArray(species, a, k + lanes)
                  .min(IntVector.fromArray(species, b, k + lanes)));
    }
    var sum = first.add(second).reduceLanes(VectorOperators.ADD);
    for (; k < a.length; k++) {
      sum += Math.min(a[k], b[k]);
    }
    return sum;
  }

  private static double plain(double[] a, double[] b) {
    var sum = 0.0;
    for (var k = 0; k < a.length; k++) {
      sum += Math.min(a[k], b[k]);
    }
    return sum;
  }

  private static double vector(double[] a, double[] b) {
    var species = DoubleVector.SPECIES_PREFERRED;
    var lanes = species.length();
    var first = DoubleVector.zero(species);
    var second = DoubleVector.zero(species);
    var k = 0;
    for (; k + 2 * lanes <= a.length; k += 2 * lanes) {
      var difference = DoubleVector.fromArray(species, a, k).sub(DoubleVector.fromArray(species, b, k));
      first = first.add(difference.abs());
      var next =
          DoubleVector.fromArray(species, a, k + lanes)
              .sub(DoubleVector.fromArray(species, b, k + lanes));
      second = second.add(next.abs());
    }
    var sum = first.add(second).reduceLanes(VectorOperators.ADD);
    for (; k < a.length; k++) {
      sum += Math.abs(a[k] - b[k]);
    }
    return sum;
  }

  private static double[] doubles(int[] row) {
    return Arrays.stream(row).asDoubleStream().toArray();
  }
}
