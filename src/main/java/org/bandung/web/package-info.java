/// Public pages: Thymeleaf and htmx, readable without JavaScript, in seven languages.
@ApplicationModule(
    allowedDependencies = {
      "access",
      "access::fields",
      "access::guard",
      "access::signin",
      "notices",
      "post",
      "exchange",
      "finder",
      "search",
      "linkage",
      "statistics",
      "statistics::counting",
      "statistics::doubts",
      "statistics::reports",
      "concepts",
      "exchange::iati",
      "exchange::packages",
      "exchange::rows",
      "exchange::sdmx",
      "exchange::sheets",
      "exchange::tables",
      "exchange::tossd",
      "consultation",
      "consultation::accord",
      "consultation::commitments",
      "consultation::signing",
      "consultation::differences",
      "collection",
      "catalogue",
      "catalogue::matches",
      "catalogue::drafts",
      "registry",
      "registry::published",
      "registry::replies",
      "registry::decisions",
      "registry::counted",
      "registry::said",
      "registry::joint",
      "registry::loans",
      "registry::sheets",
      "parties",
      "reference",
      "reference::money",
      "store",
      "kernel"
    })
@NullMarked
package org.bandung.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
