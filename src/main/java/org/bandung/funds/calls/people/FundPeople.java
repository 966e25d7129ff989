package org.bandung.funds.calls.people;

import java.util.Optional;
import java.util.Set;
import org.bandung.funds.Duty;

/// Who is appointed to what in a fund.
public interface FundPeople {

  /// What a person is appointed to; nothing if there is no such fund.
  Set<Duty> duties(String fund, String person);

  /// The body that answers for a fund.
  Optional<String> owner(String fund);
}
