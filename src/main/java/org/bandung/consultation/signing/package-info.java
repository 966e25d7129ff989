/// Signatures under an agreement that anybody can check, anywhere, from one file alone. Knows
/// nothing of the rest of the house: no database, no home, no clock. Ed25519 and SHA-256 are Java's
/// own.
@NamedInterface("signing")
@NullMarked
package org.bandung.consultation.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
