/// The keys of the node itself, for whoever runs it.
@NullMarked
package org.bandung.cli.keys;

import org.jspecify.annotations.NullMarked;
