/// Contributions in the columns of a TOSSD activity file.
@NamedInterface("tossd")
@NullMarked
package org.bandung.exchange.tossd;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
