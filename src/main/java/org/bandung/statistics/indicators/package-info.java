/// Indicators as data: what each is called, what it means, by which formula of measures it is
/// calculated, who defines it and how sure that is. Formulas are a few declared operations, never
/// code.
@NamedInterface("indicators")
@NullMarked
package org.bandung.statistics.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
