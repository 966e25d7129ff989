package org.bandung.linkage;

import org.bandung.registry.said.Content;

/// One statement as it comes to be linked.
///
/// @param key of the statement: `source key` + `#` + original id
/// @param initiative id of the initiative it already belongs to; two statements of one are linked
/// @param own id of the initiative it would belong to had nobody decided that two are one
record Told(
    String key, String source, String originalId, String initiative, String own, Content content) {

  /// A statement of an initiative on which nobody decided.
  Told(String key, String source, String originalId, String initiative, Content content) {
    this(key, source, originalId, initiative, initiative, content);
  }
}
