/// Data on their way out, from the terminal: `export iati`, `export package`.
@NullMarked
package org.bandung.cli.export;

import org.jspecify.annotations.NullMarked;
