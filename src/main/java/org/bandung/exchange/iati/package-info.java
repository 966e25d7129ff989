/// IATI 2.03 out: initiatives as activities, organisations as organisations, and beside each file a
/// report of what IATI could not say. What IATI cannot say stands in tags of vocabulary 99 and in
/// one block of our own namespace for each activity, from which a node reads it back.
///
/// All but [IatiExport] is pure.
@NamedInterface("iati")
@NullMarked
package org.bandung.exchange.iati;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
