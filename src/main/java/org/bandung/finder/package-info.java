/// Who can help: partner countries and institutions for a need, ranked, each with its reasons and
/// the records behind them.
///
/// A reading over the index and the reference data; owns no tables. Invariants: hard constraints
/// filter and never score; the score of a partner is the sum of its reasons; countries of the North
/// are possible facilitators only. Method and fit: `docs/finder.md`.
@ApplicationModule(
    allowedDependencies = {
      "search",
      "catalogue",
      "registry",
      "registry::said",
      "parties",
      "concepts",
      "reference",
      "kernel"
    })
@NullMarked
package org.bandung.finder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
