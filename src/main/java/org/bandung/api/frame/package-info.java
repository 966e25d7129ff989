/// What all routes share: addresses, who asks, refusals and problems, schemas of answers.
@NullMarked
package org.bandung.api.frame;

import org.jspecify.annotations.NullMarked;
