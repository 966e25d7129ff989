/// Consultation: from a first proposal to what all parties have consented to, or to nothing.
///
/// Owns the tables `consultation_*`; writes nothing to the change log, whose every move the public
/// can see. `Consultations` is the entrance. Start with `ConsultationRules` (what a party may do)
/// and `Consent` (when an agreement exists); state is the fold of events (`ConsultationHistory`),
/// and nothing else is kept.
///
/// Invariants, held by `ConsultationPropertyTest` (random) and `EveryConsultationTest` (all of
/// them, for three parties and three versions):
/// 1. An agreement exists exactly when every remaining party has expressly replied to the same,
///    latest version, none objects, the rule chosen at the opening is met, and a requesting and a
///    providing party stand in it.
/// 2. A party's position comes from that party alone, or from a letter of a party that has not yet
///    acted itself; such a reply shows who attests it and can be disowned at any time.
/// 3. Silence is never a reply, a deadline that lapses changes no position, and an express
///    abstention never stands in the way.
/// 4. A new version makes every position on older ones void.
/// 5. The rule and the parties never change; whoever left stays away.
/// 6. No party sees another's private notes, nor that there are any, nor what was said after it
///    left.
/// 7. Events are only ever appended, one after the other without a gap.
@ApplicationModule(
    allowedDependencies = {
      "catalogue::matches",
      "access",
      "access::guard",
      "parties",
      "reference",
      "store",
      "kernel"
    })
@NullMarked
package org.bandung.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
