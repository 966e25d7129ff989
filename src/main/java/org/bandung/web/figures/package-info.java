/// Pages of figures: tables, what stands behind each cell, reports.
@NullMarked
package org.bandung.web.figures;

import org.jspecify.annotations.NullMarked;
