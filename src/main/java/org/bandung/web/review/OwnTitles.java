package org.bandung.web.review;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bandung.registry.Registry;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;

/// What initiatives are called by those who told of them first, also where they are told as one
/// with others by now.
final class OwnTitles {

  private OwnTitles() {}

  static Map<String, Words.Phrase> of(Registry registry, Visit visit, Collection<String> ids) {
    var titles = new HashMap<String, Words.Phrase>();
    for (var one : registry.spoken(visit.reader(), ids)) {
      var title = visit.words().phrase(one.content().title());
      if (title != null) {
        titles.putIfAbsent(one.own(), title);
      }
    }
    return titles;
  }
}
