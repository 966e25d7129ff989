/// Who may read what: the reader of a request and the audience of a record.
///
/// Every service method that reads takes a [Reader]; every fact row carries an owner and an
/// [Audience]. Accounts, mandates and audit join later.
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.bandung.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
