/// Figures as pictures: what is drawn, in words and numbers, with the address of the records behind
/// each mark; the browser only gives it a place. The table beneath says the same without a script.
@NullMarked
package org.bandung.web.pictures;

import org.jspecify.annotations.NullMarked;
