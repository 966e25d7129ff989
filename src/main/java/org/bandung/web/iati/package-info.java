/// What is public as files of IATI 2.03, for whoever downloads them.
@NullMarked
package org.bandung.web.iati;

import org.jspecify.annotations.NullMarked;
