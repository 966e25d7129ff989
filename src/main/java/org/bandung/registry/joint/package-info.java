/// Joint initiatives: what partners do together on an agreement, and what each of them says it gave
/// and received.
///
/// `JointInitiatives` is the entrance and asks who may; start with `JointRules` (what a party may
/// do), `SideBySide` (how two words about one contribution stand) and `Publication` (what of it is
/// public). State is the fold of events (`JointHistory`), and nothing else is kept.
///
/// Owns the tables `registry_joint_*`. Invariants, held by `JointPropertyTest`:
/// 1. A party's statement is changed by that party alone.
/// 2. A change of what a contribution says makes every reply to it void; a reply is never changed
///    by anybody but who gave it.
/// 3. Silence is never consent: a plan, a report, a resumption and a closure hold when every party
///    that is a body here has expressly agreed.
/// 4. Nothing is public before each of these parties released the same version of the joint part; a
///    party's own statement is public only as it stood when that party released it.
/// 5. Events are only ever appended, one after the other without a gap.
@NamedInterface("joint")
@NullMarked
package org.bandung.registry.joint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
