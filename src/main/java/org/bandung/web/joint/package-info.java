/// Pages of joint initiatives: what partners do together, what each says it gave and received, and
/// what facilitators put in.
@NullMarked
package org.bandung.web.joint;

import org.jspecify.annotations.NullMarked;
