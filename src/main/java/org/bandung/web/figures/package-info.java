/// Pages of figures: tables, what stands behind each cell, and what amounts are converted with.
@NullMarked
package org.bandung.web.figures;

import org.jspecify.annotations.NullMarked;
