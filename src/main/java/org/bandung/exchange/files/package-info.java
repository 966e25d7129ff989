/// From bytes anywhere to the records of an XML file: transport, unpacking, decoding, slicing.
///
/// Knows no format of cooperation. Everything is a stream within limits; nothing is written to
/// disk; nothing foreign is ever resolved or expanded.
@NullMarked
package org.bandung.exchange.files;

import org.jspecify.annotations.NullMarked;
