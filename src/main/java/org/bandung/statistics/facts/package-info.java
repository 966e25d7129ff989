/// What is counted, one compact row for each public initiative: derived from the registry, kept
/// equal to it, can be dropped and made anew.
@NamedInterface("facts")
@NullMarked
package org.bandung.statistics.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
