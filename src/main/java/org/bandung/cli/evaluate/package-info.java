/// How well parts of the program do their work, measured: `evaluate ...`.
@NullMarked
package org.bandung.cli.evaluate;

import org.jspecify.annotations.NullMarked;
