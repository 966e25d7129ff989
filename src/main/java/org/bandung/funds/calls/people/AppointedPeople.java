package org.bandung.funds.calls.people;

import java.util.Optional;
import java.util.Set;
import org.bandung.funds.Duty;
import org.bandung.funds.Fund;
import org.bandung.funds.Funds;
import org.springframework.stereotype.Component;

/// The people of funds as they are appointed there.
@Component
class AppointedPeople implements FundPeople {

  private final Funds funds;

  AppointedPeople(Funds funds) {
    this.funds = funds;
  }

  @Override
  public Set<Duty> duties(String fund, String person) {
    return funds.trusted(fund).map(f -> f.duties(person)).orElse(Set.of());
  }

  @Override
  public Optional<String> owner(String fund) {
    return funds.trusted(fund).map(Fund::owner);
  }
}
