package org.bandung.cli;

/// The services of the house, opened when a command first asks for one: help and mistakes of usage
/// cost no database.
public interface Rooms {

  /// The service of a type.
  ///
  /// @throws CannotStart if the house cannot be opened
  <T> T open(Class<T> service);
}
