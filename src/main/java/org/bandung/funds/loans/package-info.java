/// Loans as their parties keep them: schedules, entries, relief, and what is given in them.
@NamedInterface("loans")
@NullMarked
package org.bandung.funds.loans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
