/// Collection rounds: an authority asks institutions what they did in a period, each answers on its
/// own list, and what was gathered is frozen as a numbered edition.
///
/// [CollectionRounds] is the entrance and asks who may; start with `RoundRules` (who may do what in
/// which state) and `RoundHistory` (the fold). [Editions] holds what was frozen.
///
/// Owns the tables `collection_…`. Invariants:
/// 1. How a round stands is the fold of its events, which are only ever appended, one after the
///    other without a gap.
/// 2. An institution's answers are changed by that institution alone, seen by no other, and by the
///    authority only once they are submitted.
/// 3. Silence is never an answer: what nobody answered stays marked as unanswered.
/// 4. An edition never changes; what differs from it now is told beside it, and a new one gets a
///    number of its own and a reason.
/// 5. What an institution adds is public only when the authority releases an edition that has it.
@ApplicationModule(
    allowedDependencies = {
      "registry",
      "registry::said",
      "registry::counted",
      "registry::decisions",
      "access",
      "access::guard",
      "parties",
      "post",
      "store",
      "kernel"
    })
@NullMarked
package org.bandung.collection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
