/// Who is told what: an inbox for each person, letters by the day or the week, saved searches.
///
/// Listens to `kernel.News`, which whoever does a deed publishes inside the deed's transaction, so
/// that nobody is told of what did not happen and everybody of what did. Owns `notices_*`. Follows
/// the change log as `notices.fresh`. Invariants: a notice is shown only while its reader still
/// acts for the body it was sent to; one record is told once for each saved search; a letter and
/// the note that it was sent are one transaction.
@ApplicationModule(
    allowedDependencies = {
      "search",
      "registry",
      "registry::said",
      "access",
      "post",
      "store",
      "kernel"
    })
@NullMarked
package org.bandung.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
