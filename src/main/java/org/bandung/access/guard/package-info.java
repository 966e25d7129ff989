/// What keeps guessing out without keeping the owner out: counters of wrong tries, and the marks of
/// browsers in which she signed in before.
@NullMarked
package org.bandung.access.guard;

import org.jspecify.annotations.NullMarked;
