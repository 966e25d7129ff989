/// Money for cooperation: funds and their windows, calls and proposals, tranches, an append-only
/// ledger by double entry, loans, and the netting of mutual obligations.
///
/// Owns the tables `funds_…`. Sub-packages: `ledger` (what was posted, and every balance as the sum
/// of it), `rules` (conditions of a fund as data), `calls` (calls, proposals, reviews, board),
/// `grants` (tranches, payments, reports), `loans` (schedules, relief), `netting` (rounds in which
/// obligations clear each other).
@ApplicationModule(
    allowedDependencies = {
      "registry::loans",
      "access",
      "access::guard",
      "reference",
      "post",
      "store",
      "kernel"
    })
@NullMarked
package org.bandung.funds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
