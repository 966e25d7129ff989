package org.bandung.observations;

/// Where the observations of a file go while it is read.
@FunctionalInterface
public interface ObservationSink {

  /// Takes one in.
  ///
  /// @throws TooManyCodes if a file names more things than any real one does
  void add(Observation observation);
}
