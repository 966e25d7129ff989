/// What keeps guessing out without keeping the owner out: counters of wrong tries, the marks of
/// browsers in which she signed in before, passwords that others know; and word of refused deeds.
@NamedInterface("guard")
@NullMarked
package org.bandung.access.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
