package org.bandung.economy.preferences;

import java.util.List;
import java.util.Set;

/// A change of tariffs that is to be tried.
///
/// Empty sets of importers or products stand for all of them. What a change does not speak of stays
/// as it is.
public sealed interface Change {

  /// Rates of after, stated one by one.
  record Stated(List<Rate> rates) implements Change {
    public Stated {
      rates = List.copyOf(rates);
    }
  }

  /// Importers take less from some partners: a part of what stands against them today.
  record Preference(Set<String> importers, Set<String> partners, Set<String> products, Cut cut)
      implements Change {
    public Preference {
      importers = Set.copyOf(importers);
      partners = Set.copyOf(partners);
      products = Set.copyOf(products);
    }
  }

  /// Importers take less from all who belong to a class of countries: a part of the rate of the
  /// most favoured nation, where that is less than what stands against them today.
  record Generalised(Set<String> importers, Set<String> partners, Set<String> products, Cut cut)
      implements Change {
    public Generalised {
      importers = Set.copyOf(importers);
      partners = Set.copyOf(partners);
      products = Set.copyOf(products);
    }
  }

  /// No tariffs among members.
  record FreeTradeArea(Set<String> members, Set<String> products) implements Change {
    public FreeTradeArea {
      members = Set.copyOf(members);
      products = Set.copyOf(products);
    }
  }

  /// No tariffs among members, and one against everybody else, who loses other rates.
  record CustomsUnion(Set<String> members, Set<String> products, External external)
      implements Change {
    public CustomsUnion {
      members = Set.copyOf(members);
      products = Set.copyOf(products);
    }
  }

  /// What becomes of a rate.
  sealed interface Cut {
    /// Less by so many per cent of itself: by 100 to nothing.
    record Margin(double percent) implements Cut {
      public Margin {
        requirePercent(percent, 100);
      }
    }

    /// To so many per cent ad valorem, where it is more.
    record To(double percent) implements Cut {
      public To {
        requirePercent(percent, Rate.LARGEST);
      }
    }

    /// A rate after the cut.
    default double of(double rate) {
      return switch (this) {
        case Margin(double percent) -> rate * (1 - percent / 100);
        case To(double percent) -> Math.min(rate, percent);
      };
    }
  }

  /// How a common external tariff is found for each product.
  sealed interface External {
    /// The mean of the members' rates of the most favoured nation, each counting once.
    record SimpleMean() implements External {}

    /// The mean of the members' rates against outsiders, by their imports from them.
    record WeightedMean() implements External {}

    /// So many per cent.
    record Given(double percent) implements External {
      public Given {
        requirePercent(percent, Rate.LARGEST);
      }
    }
  }

  private static void requirePercent(double percent, double most) {
    if (!(percent >= 0 && percent <= most)) {
      throw new IllegalArgumentException("not 0 to " + most + " per cent: " + percent);
    }
  }
}
