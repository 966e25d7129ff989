/// Topics of cooperation in seven languages: the bridge over which meaning crosses from one
/// language to another, and the reason an answer can give for itself.
///
/// Holds our own thesaurus (data files) and, beside it, the vocabularies that a node plugs in,
/// finds their concepts in any text, tells which language a text is in, and keeps the analyzers of
/// the seven languages that `search` uses too. Owns no tables, but the folder `concepts` of the
/// node. Invariants: a tag names the letters it was read from; tagging takes time linear in the
/// text.
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package org.bandung.concepts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
