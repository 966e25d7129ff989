/// Agreements: what a consultation came to, who signed it, whether it is in force, and what became
/// of it. State is the fold of events (`AgreementHistory`); what may happen next is decided by
/// `AgreementRules`.
///
/// Owns the tables `consultation_agreement…` and `consultation_signing_key`. Invariants: an
/// agreement is in force only once every party that it binds has signed the same text, and, where a
/// country demands it, its authority has endorsed it; nobody signs for another; what was signed
/// never changes; numbers have no gaps.
@NamedInterface("accord")
@NullMarked
package org.bandung.consultation.accord;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
