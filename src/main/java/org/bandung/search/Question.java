package org.bandung.search;

import java.util.Optional;
import org.bandung.registry.InitiativeFilter;

/// What somebody searches for.
///
/// @param text as typed; words, `"phrases"`, `begin*`, `-without`, `this | that`; may be empty
/// @param language the reader's own, one of the seven
/// @param kind only documents of this kind, such as `initiative`; filters apply to initiatives only
/// @param newestFirst by date instead of by how well they fit
/// @param after the cursor of the page before
/// @param limit how many, from 1 to 100
public record Question(
    String text,
    String language,
    Optional<String> kind,
    InitiativeFilter filter,
    boolean newestFirst,
    Optional<String> after,
    int limit) {

  static final int MOST = 100;

  public Question {
    limit = Math.clamp(limit, 1, MOST);
  }
}
