/// Everything public as files.
@NullMarked
package org.bandung.cli.packages;

import org.jspecify.annotations.NullMarked;
