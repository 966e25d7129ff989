package org.bandung.funds.calls.people;

import java.util.Optional;

/// What became of earlier projects of an organisation with a fund.
public interface TrackRecord {

  /// @param overdue reports that it owes
  /// @param completed projects that it brought to an end
  record Past(int overdue, int completed) {}

  /// Empty if it cannot be told.
  Optional<Past> of(String fund, String organisation);
}
