package org.bandung.api;

import java.util.List;
import java.util.Optional;
import org.bandung.funds.Fund;
import org.bandung.funds.WorldFunds;

/// One fund of the invented world, as the API is asked of it.
final class InventedFunds implements FundRoutes.Known {

  @Override
  public List<FundRoutes.Told> shown() {
    return List.of(new FundRoutes.Told(fund(), "Meridia Agency"));
  }

  @Override
  public Optional<FundRoutes.Told> shown(String id) {
    return shown().stream().filter(t -> t.fund().id().equals(id)).findFirst();
  }

  private static Fund fund() {
    return WorldFunds.fund(Examples.pathValue(Route.FUND));
  }
}
