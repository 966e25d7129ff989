/// Initiatives: what sources state of them, what follows from the statements, who said so.
///
/// Owns the tables `registry_*`; writes kinds `initiative`, `source` and `import` to the change
/// log. Invariants: a statement is changed only by its own source; versions are append-only;
/// nothing is deleted, a withdrawal leaves a tombstone; an id once given leads to its initiative
/// for ever.
@ApplicationModule(
    allowedDependencies = {
      "access",
      "access::fields",
      "access::guard",
      "parties",
      "reference",
      "store",
      "kernel"
    })
@NullMarked
package org.bandung.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
