/// Bandung: from a need to a partner, an agreement, an initiative, a result, an account.
@NullMarked
package org.bandung;

import org.jspecify.annotations.NullMarked;
