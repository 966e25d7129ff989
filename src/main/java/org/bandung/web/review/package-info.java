/// Reviewing initiatives that may be one: side by side, what a decision would change, and the
/// decisions taken.
@NullMarked
package org.bandung.web.review;

import org.jspecify.annotations.NullMarked;
