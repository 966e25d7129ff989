package org.bandung.observations;

/// Who stands on one side of an observation.
///
/// @param code what it means now: alpha-3 in capitals where it is known, else as published
/// @param published the code or name as the file had it
public record Side(String code, String published) {

  /// Nobody stands there.
  public static final Side NONE = new Side("", "");
}
