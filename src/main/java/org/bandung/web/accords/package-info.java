/// Pages of agreements, of the keys they are signed with, and of commitments.
@NullMarked
package org.bandung.web.accords;

import org.jspecify.annotations.NullMarked;
