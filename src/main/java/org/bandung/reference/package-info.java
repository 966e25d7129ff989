/// Countries, groupings, classifications: all dated, all read from data files with a source per
/// row.
///
/// Owns no table. The files lie under `reference/` on the class path; a node adds or overrides rows
/// by files of the same names in its home. A bad file is refused with file, line and reason.
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.bandung.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
