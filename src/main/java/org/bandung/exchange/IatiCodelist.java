package org.bandung.exchange;

import java.util.Set;

/// The codes of one official list; withdrawn codes are still codes.
///
/// @param complete whether the standard says that there are no other codes
record IatiCodelist(String name, boolean complete, Set<String> codes) {

  IatiCodelist {
    codes = Set.copyOf(codes);
  }
}
