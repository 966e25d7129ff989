/// Figures in the words of SDMX: tables as SDMX-CSV 2.0, and the structure they keep to.
@NamedInterface("sdmx")
@NullMarked
package org.bandung.exchange.sdmx;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
