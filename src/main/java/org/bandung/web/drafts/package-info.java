/// Pages on which people write entries of the catalogue for the bodies they act for.
@NullMarked
package org.bandung.web.drafts;

import org.jspecify.annotations.NullMarked;
