/// The database: embedded or external PostgreSQL, migrations, transactions, the change log, backup.
///
/// Owns the tables `store_*`. Nobody else opens a connection, and nobody reads a neighbour's
/// tables.
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.bandung.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
