/// What stands beside a country's trade: the agreements in force, tariffs, output, and what others
/// publish of the same trade, as a check. Each figure with the dataset, unit and year it is from.
@NamedInterface("context")
@NullMarked
package org.bandung.economy.context;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
