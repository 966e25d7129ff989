/// Pictures without anything that is not picture: what cameras, programs and people write into the
/// files beside it (place, time, device, names, texts, small copies) is left out. Pure functions
/// over bytes; `Cleaning` is the entrance.
///
/// Nothing is decoded into pixels here, so no picture can fill the memory, and no code of others
/// reads what strangers send (docs/decisions/README.md).
@NullMarked
package org.bandung.store.pictures;

import org.jspecify.annotations.NullMarked;
