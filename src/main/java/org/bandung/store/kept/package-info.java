/// Files beside the database that belong to it: what a module says of its own, and how they go into
/// a backup and out of one.
@NamedInterface("kept")
@NullMarked
package org.bandung.store.kept;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
