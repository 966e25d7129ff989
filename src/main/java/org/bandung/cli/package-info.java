/// Commands for the terminal, one per file.
@ApplicationModule(
    allowedDependencies = {
      "access",
      "access::upkeep",
      "finder",
      "linkage",
      "linkage::learned",
      "search",
      "concepts",
      "exchange",
      "exchange::grids",
      "exchange::iati",
      "exchange::packages",
      "exchange::observations",
      "exchange::rates",
      "exchange::rows",
      "exchange::skos",
      "exchange::tables",
      "catalogue",
      "catalogue::drafts",
      "catalogue::matches",
      "consultation",
      "consultation::accord",
      "consultation::signing",
      "funds::ledger",
      "statistics",
      "statistics::counting",
      "statistics::indicators",
      "funds",
      "economy",
      "economy::indices",
      "economy::preferences",
      "economy::scenarios",
      "economy::structure",
      "economy::gravity",
      "observations",
      "funds::calls",
      "funds::rules",
      "registry",
      "registry::joint",
      "registry::published",
      "registry::said",
      "parties",
      "reference",
      "reference::money",
      "store",
      "kernel"
    })
@NullMarked
package org.bandung.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
