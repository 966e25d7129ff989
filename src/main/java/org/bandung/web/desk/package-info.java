/// Pages of people who have an account: coming in, and what is theirs.
@NullMarked
package org.bandung.web.desk;

import org.jspecify.annotations.NullMarked;
