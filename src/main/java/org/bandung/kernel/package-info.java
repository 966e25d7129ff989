/// Words that at least three modules share: codes, dates, texts, amounts, ids, notes, messages.
///
/// Owns no table, knows no framework.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.bandung.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
