/// Pages of funds: what is shown to everybody, and the desk of those who run one.
@NullMarked
package org.bandung.web.funds;

import org.jspecify.annotations.NullMarked;
