/// Open data in and out: one reader per file format, each judging line by line; IATI out.
@ApplicationModule(
    allowedDependencies = {
      "catalogue",
      "registry",
      "registry::published",
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
