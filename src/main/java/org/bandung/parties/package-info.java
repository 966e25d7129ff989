/// Organisations: coordinating agencies, multilateral bodies, and whoever real data mention.
///
/// Owns the tables `parties_*`; writes kind `organisation` to the change log. Invariant: an id once
/// given to a reference stays; what one source says of an organisation stands beside what the
/// directory says, and never overwrites it.
@ApplicationModule(allowedDependencies = {"reference", "store", "kernel"})
@NullMarked
package org.bandung.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
