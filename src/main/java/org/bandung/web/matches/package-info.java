/// Pages of matches: who was invited to talk about what, and what became of it.
@NullMarked
package org.bandung.web.matches;

import org.jspecify.annotations.NullMarked;
