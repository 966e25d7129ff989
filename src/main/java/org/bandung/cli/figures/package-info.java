/// Figures over public initiatives, counted once.
@NullMarked
package org.bandung.cli.figures;

import org.jspecify.annotations.NullMarked;
