/// What all pages share: who visits in which words, the files they refer to, refusals with our
/// face, how much one caller may ask. Knows no page.
@NamedInterface("frame")
@NullMarked
package org.bandung.web.frame;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
