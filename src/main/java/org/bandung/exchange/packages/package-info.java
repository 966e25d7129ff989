/// Everything public as one package that a stranger can calculate with: tables with their
/// descriptor (Frictionless Data), as CSV in a ZIP and as a workbook; the nightly full dump.
@NamedInterface("packages")
@NullMarked
package org.bandung.exchange.packages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
