/// Imported series: trade, tariffs, debt, macro, as they were published, each with its provenance.
///
/// Owns the tables `observations_*` and the files of columns they name. Invariants: an observation
/// is kept as its publisher stated it, in the publisher's unit; what was not stated is absent,
/// never zero; a file is known by its hash and counts once; codes that are not known are kept as
/// they are and listed.
@ApplicationModule(allowedDependencies = {"store", "store::kept", "kernel"})
@NullMarked
package org.bandung.observations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
