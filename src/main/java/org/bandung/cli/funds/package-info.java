/// Funds from the terminal: `list funds`.
@NullMarked
package org.bandung.cli.funds;

import org.jspecify.annotations.NullMarked;
