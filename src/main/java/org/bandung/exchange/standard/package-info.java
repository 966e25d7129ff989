/// The official IATI material, executed: XML schemas, the standard's ruleset, codelists.
///
/// Knows no table and no word of Bandung's own; everything is read from the configured folder.
@NullMarked
package org.bandung.exchange.standard;

import org.jspecify.annotations.NullMarked;
