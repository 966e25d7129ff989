/// Calls, proposals, screening, reviews and decisions of a board.
///
/// [Calls] opens calls, [FundProposals] is the entrance for who applies and to the published
/// pipeline, [Assessments] and [Board] for the fund's people; start with `ProposalRules` and
/// `ProposalHistory`. Sub-packages: `forms` (what is filled in), `people` (who is appointed).
///
/// Owns the tables `funds_call…`, `funds_proposal…`, `funds_meeting…`, `funds_applicant`,
/// `funds_contact`. Invariants:
/// 1. From its opening a call's rules never change, and its deadline only moves away.
/// 2. A proposal that a binding rule refuses, or of which it cannot be told, is not submitted; the
///    clock of the node decides, where the call's time zone is; a version that was submitted never
///    changes.
/// 3. An organisation hands in at once no more than the rules let it, however it races.
/// 4. Whoever has a conflict of interest, declared or by acting for a side, reads nothing of the
///    proposal, does nothing to it and does not count, from that moment.
/// 5. The fund's people never see drafts, applicants never see reviews, and nobody else sees
///    anything before the applicant agreed and the fund released it.
@NamedInterface("calls")
@NullMarked
package org.bandung.funds.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
