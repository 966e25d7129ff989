/// Questions to funds from the terminal: `funds ...`, `list funds`.
@NullMarked
package org.bandung.cli.funds;

import org.jspecify.annotations.NullMarked;
