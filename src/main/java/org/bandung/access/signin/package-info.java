/// How somebody who is at the door becomes somebody who is signed in: the framework's own means,
/// set to the rules of this node; and what is told of the doors to whoever runs it.
@NamedInterface("signin")
@NullMarked
package org.bandung.access.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
