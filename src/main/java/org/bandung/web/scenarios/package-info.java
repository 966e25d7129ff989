/// The page on which a change of tariffs is tried: a scenario that stands wholly in the address,
/// its results, and both as files.
@NullMarked
package org.bandung.web.scenarios;

import org.jspecify.annotations.NullMarked;
