/// Pages of the economy that lead to a deed: what could be bought and sold in the South instead,
/// whom a country owes, and the data all of it rests on.
@NullMarked
package org.bandung.web.substitution;

import org.jspecify.annotations.NullMarked;
