/// Countries, groupings, classifications: all dated, all read from data files with a source per
/// row.
///
/// Owns the tables `reference_*`: exchange rates and deflators, in its sub-package `money`. The
/// files lie under `reference/` on the class path; a node adds or overrides rows by files of the
/// same names in its home. A bad file is refused with file, line and reason.
@ApplicationModule(allowedDependencies = {"store", "kernel"})
@NullMarked
package org.bandung.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
