/// REST API version 1 with OpenAPI 3.1 and RFC 9457 problems.
@ApplicationModule(
    allowedDependencies = {
      "access",
      "access::fields",
      "consultation",
      "consultation::accord",
      "consultation::signing",
      "consultation::commitments",
      "finder",
      "statistics",
      "statistics::counting",
      "statistics::indicators",
      "economy",
      "economy::structure",
      "economy::scenarios",
      "observations",
      "funds",
      "funds::ledger",
      "catalogue",
      "catalogue::drafts",
      "catalogue::matches",
      "registry",
      "registry::said",
      "registry::joint",
      "registry::replies",
      "parties",
      "concepts",
      "reference",
      "reference::money",
      "store",
      "kernel"
    })
@NullMarked
package org.bandung.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
