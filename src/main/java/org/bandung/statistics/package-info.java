/// Counting once: figures over public initiatives, every one of which opens to its records.
///
/// Owns the tables `statistics_*`, which are derived, follow the change log as `statistics.facts`
/// and can be dropped. Invariants: an initiative counts once in every figure, whoever spoke of it;
/// a contribution counts in the words of its giver; only what is public is counted, for whoever
/// asks; not reported is never zero. Sub-packages: `facts` keeps one compact row for each
/// initiative, `counting` holds them as columns in memory and answers questions, `doubts` tells
/// which initiatives may be one.
@ApplicationModule(
    allowedDependencies = {
      "registry",
      "registry::said",
      "registry::counted",
      "registry::decisions",
      "registry::joint",
      "reference",
      "reference::money",
      "store",
      "kernel"
    })
@NullMarked
package org.bandung.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
