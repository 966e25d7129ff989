/// Pages of people who talk for a party: what is on the table, what changed, what is their move.
@NullMarked
package org.bandung.web.talks;

import org.jspecify.annotations.NullMarked;
