/// What was posted, by double entry, and every balance as the sum of it.
@NamedInterface("ledger")
@NullMarked
package org.bandung.funds.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
