/// What applicants fill in, what it starts from, and what is wrong with it: pure.
@NamedInterface("forms")
@NullMarked
package org.bandung.funds.calls.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
