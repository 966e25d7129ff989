package org.bandung.linkage;

import org.bandung.registry.said.Content;

/// One statement as it comes to be linked.
///
/// @param key of the statement: `source key` + `#` + original id
/// @param initiative id of the initiative it already belongs to; two statements of one are linked
record Told(String key, String source, String originalId, String initiative, Content content) {}
