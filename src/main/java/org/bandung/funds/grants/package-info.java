/// Grants: from a board's approval over tranches, payments by two people and reports with evidence
/// to the closing, with the entries each deed causes.
///
/// [Grants] is the entrance; start with `GrantRules` (what can be done as things stand) and
/// `GrantPostings` (what each event is in the accounts).
///
/// Invariants: a tranche is paid only when all it waits for is there; no payment goes out that two
/// people have not agreed to, and none twice; what is advanced to a partner is accounted for,
/// returned, or still open, and nothing else.
@NamedInterface("grants")
@NullMarked
package org.bandung.funds.grants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
