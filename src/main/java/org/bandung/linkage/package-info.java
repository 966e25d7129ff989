/// Which statements may speak of the same initiative: proposals with reasons, never a decision.
///
/// A reading over the registry; owns no tables. Invariants: only equal strong identifiers link by
/// themselves (the registry does that); everything found here is a [Proposal] that a person
/// confirms or rejects; nothing is changed. Sub-packages: `engine` weighs pairs of any records
/// without knowing what they are, `learned` learns from labelled pairs. Method and figures:
/// `docs/linkage.md`.
@ApplicationModule(
    allowedDependencies = {
      "registry",
      "registry::said",
      "statistics::doubts",
      "concepts",
      "reference",
      "reference::money",
      "store",
      "kernel"
    })
@NullMarked
package org.bandung.linkage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
