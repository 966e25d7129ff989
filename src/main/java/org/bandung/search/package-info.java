/// Text search in seven languages over everything the house holds, and the evidence the partner
/// finder ranks by.
///
/// Keeps a Lucene index in the folder `index` of the node. It owns no tables: the index is a
/// reading, follows the change log as `search.index`, and is made anew where it is missing, broken
/// or of another version. Invariant: every document carries its audience, and no answer, count or
/// facet tells of one the reader may not see.
@ApplicationModule(
    allowedDependencies = {
      "catalogue",
      "registry",
      "registry::said",
      "parties",
      "concepts",
      "reference",
      "store",
      "kernel"
    })
@NullMarked
package org.bandung.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
