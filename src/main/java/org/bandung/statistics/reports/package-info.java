/// Reports that bodies ask for, as data: sections, each of which is one question to the figures.
@NamedInterface("reports")
@NullMarked
package org.bandung.statistics.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
