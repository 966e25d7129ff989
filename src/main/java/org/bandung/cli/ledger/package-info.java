/// The ledger from the terminal: `ledger verify`, `balance`, `entries`, `post`.
@NullMarked
package org.bandung.cli.ledger;

import org.jspecify.annotations.NullMarked;
