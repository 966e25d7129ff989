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
      "statistics::indicators",
      "statistics::reports",
      "concepts",
      "exchange::rows",
      "exchange::tables",
      "consultation",
      "consultation::accord",
      "consultation::commitments",
      "consultation::signing",
      "consultation::differences",
      "catalogue",
      "catalogue::matches",
      "catalogue::drafts",
      "registry",
      "registry::replies",
      "registry::decisions",
      "registry::counted",
      "registry::said",
      "registry::joint",
      "registry::loans",
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
