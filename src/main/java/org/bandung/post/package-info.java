/// Letters that leave by e-mail.
///
/// A letter is written down in the transaction of the deed it tells of, and sent afterwards: none
/// is sent of a deed that did not happen, and none is lost when the server dies or the mail server
/// is away. Owns `post_letter`. Invariant: what a letter said is wiped once it is sent.
@ApplicationModule(allowedDependencies = {"store"})
@NullMarked
package org.bandung.post;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
