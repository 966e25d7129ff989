/// Scenarios of changed tariffs as people and programs state them: what they hold, how they are
/// read from JSON and written again, what is assumed where nothing is stated, and their run.
@NamedInterface("scenarios")
@NullMarked
package org.bandung.economy.scenarios;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
