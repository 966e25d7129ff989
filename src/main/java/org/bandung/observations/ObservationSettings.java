package org.bandung.observations;

import java.nio.file.Path;

/// Where observations lie, and how much of the machine a question to them may take.
///
/// @param folder of the files of columns
/// @param memory megabytes of memory beside that of Java
/// @param threads how many work on one question
/// @param cells the most sums one question may be answered with
/// @param large from so many rows a year is written again for questions it answers slowly
public record ObservationSettings(Path folder, int memory, int threads, int cells, long large) {

  /// Fewer rows than these are read through in some ten milliseconds.
  private static final long LARGE = 500_000;

  /// Bytes of one sum: a position for each of four dimensions, value, count, and as much again
  /// while they are put in order.
  private static final long BYTES = 2L * (4 * Integer.BYTES + Double.BYTES + Integer.BYTES);

  /// With a third of this machine's memory for Java as the bound of an answer.
  public static ObservationSettings in(Path folder, int memory, int threads) {
    long most = Runtime.getRuntime().maxMemory() / 3 / BYTES;
    return new ObservationSettings(
        folder, memory, threads, (int) Math.clamp(most, 100_000, 100_000_000), LARGE);
  }
}
