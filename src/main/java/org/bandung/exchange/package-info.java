/// Open data in: one reader per file format, each judging line by line.
@ApplicationModule(
    allowedDependencies = {
      "catalogue",
      "registry",
      "registry::said",
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
