/// Open data in and out: one reader or writer per file format, each judging line by line.
@ApplicationModule(
    allowedDependencies = {
      "catalogue",
      "observations",
      "statistics",
      "statistics::counting",
      "statistics::facts",
      "registry",
      "registry::counted",
      "registry::decisions",
      "registry::published",
      "registry::said",
      "registry::sheets",
      "parties",
      "concepts",
      "reference",
      "reference::money",
      "store",
      "kernel"
    })
@NullMarked
package org.bandung.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
