/// Pages of collection rounds: for the authority, for institutions, and editions for everybody.
@NullMarked
package org.bandung.web.rounds;

import org.jspecify.annotations.NullMarked;
