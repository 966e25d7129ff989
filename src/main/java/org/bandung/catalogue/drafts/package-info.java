/// Entries of the catalogue that people write by hand for the bodies they act for.
///
/// What they write is private until it is released; to release it is to hand it over to the
/// catalogue as the word of the body, to take it back is to withdraw it there.
@NamedInterface("drafts")
@NullMarked
package org.bandung.catalogue.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
