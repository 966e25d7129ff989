/// Texts as vectors, for nodes that bring an encoder along: the folder it lies in, its numbers in
/// whole bytes, and which documents of the index lie nearest. Knows no record and no reader: what
/// may be seen comes as a query.
///
/// Nothing of an encoder or its libraries comes with the program, and nothing here is loaded while
/// none is configured.
@NullMarked
package org.bandung.search.vectors;

import org.jspecify.annotations.NullMarked;
