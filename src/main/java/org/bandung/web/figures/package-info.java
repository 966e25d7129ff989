/// Pages of figures: what they are calculated with, and what comes out.
@NullMarked
package org.bandung.web.figures;

import org.jspecify.annotations.NullMarked;
