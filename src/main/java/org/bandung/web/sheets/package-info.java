/// Many contributions from one sheet, for who speaks for a party.
@NullMarked
package org.bandung.web.sheets;

import org.jspecify.annotations.NullMarked;
