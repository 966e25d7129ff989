/// The catalogue: what is sought and offered, what has worked, who can be asked, where one meets.
///
/// Owns the tables `catalogue_*`; writes the kind `entry` to the change log. Invariants: an entry
/// is changed only by its own source; versions are append-only, but nothing about a person is among
/// them; a person stands in the roster only while a recorded consent does, and leaves nothing but
/// the record of consents when it is withdrawn.
@ApplicationModule(
    allowedDependencies = {
      "access",
      "access::fields",
      "access::guard",
      "registry",
      "registry::said",
      "parties",
      "reference",
      "store",
      "kernel"
    })
@NullMarked
package org.bandung.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
