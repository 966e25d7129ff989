package org.bandung.economy.gravity;

import java.util.List;
import java.util.OptionalDouble;

/// An estimated gravity equation, with what it was estimated from and how sure it is.
///
/// @param formula the equation as it was asked for
/// @param method `ppml`, `ols` or `ddm`
/// @param rows what was used and what was left out
/// @param dropped terms that say nothing beyond the effects and the terms before them
/// @param fit how well it fits and whether the search came to its end
public record Estimate(
    String formula,
    String method,
    Source data,
    Rows rows,
    List<Coefficient> coefficients,
    List<String> dropped,
    List<Effect> effects,
    Inference inference,
    Quality fit) {

  public Estimate {
    coefficients = List.copyOf(coefficients);
    dropped = List.copyOf(dropped);
    effects = List.copyOf(effects);
  }

  /// @param file as the specification names it
  /// @param sha256 hash of the file
  /// @param years of the rows used
  /// @param source who published the data, as stated by who asks
  /// @param unit of the flows, as stated by who asks
  public record Source(
      String file, String sha256, List<Integer> years, String title, String source, String unit) {
    public Source {
      years = List.copyOf(years);
    }
  }

  /// Counts of rows.
  ///
  /// @param used in the estimation
  /// @param domestic flows within a country that were excluded
  /// @param missing something used is missing or infinite, such as the logarithm of zero
  /// @param onlyZeros of exporters, pairs and so on without any flow
  /// @param separated zero flows that no finite estimate fits
  public record Rows(
      int read,
      int used,
      int otherYears,
      int domestic,
      int filtered,
      int missing,
      int onlyZeros,
      int separated) {}

  /// @param z estimate over standard error
  /// @param p how likely it is to be at least as far from zero by chance (normal distribution)
  /// @param low lower bound of the confidence interval
  public record Coefficient(
      String term,
      double estimate,
      double standardError,
      double z,
      double p,
      double low,
      double high) {}

  /// @param singletons levels with one row, which they fit exactly
  public record Effect(String name, int levels, int singletons) {}

  /// @param errors which kind of standard errors
  /// @param clusters what they are clustered by, with the number of groups
  /// @param parameters coefficients and effects together
  public record Inference(String errors, List<Effect> clusters, double confidence, int parameters) {
    public Inference {
      clusters = List.copyOf(clusters);
    }
  }

  /// @param deviance of PPML, sum of squared residuals of least squares
  /// @param logLikelihood pseudo in PPML
  /// @param squaredCorrelation of flows and what the model expects
  /// @param rSquared of least squares
  public record Quality(
      double deviance,
      double logLikelihood,
      double squaredCorrelation,
      OptionalDouble rSquared,
      int iterations,
      boolean converged) {}
}
