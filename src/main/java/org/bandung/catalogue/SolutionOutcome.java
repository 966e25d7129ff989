package org.bandung.catalogue;

/// What became of the wish to make a solution of an initiative.
public sealed interface SolutionOutcome {

  /// It stands in the catalogue.
  ///
  /// @param fresh whether anything in the catalogue changed by it
  record Made(String id, boolean fresh) implements SolutionOutcome {}

  /// Nothing is held under this id.
  record NoSuchInitiative(String id) implements SolutionOutcome {}

  /// What has not ended cannot have shown that it works.
  ///
  /// @param status code of the scheme `iati-activity-status` as reported, or empty
  record NotCompleted(String id, String status) implements SolutionOutcome {}

  /// Nothing but a name is reported of it: nobody could do likewise.
  record NothingTold(String id) implements SolutionOutcome {}
}
