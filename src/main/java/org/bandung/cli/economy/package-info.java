/// Questions to the economy of the South from the terminal: `economy ...`.
@NullMarked
package org.bandung.cli.economy;

import org.jspecify.annotations.NullMarked;
