package org.bandung.consultation;

import org.bandung.catalogue.matches.Matches;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells matches that the talks which came of them ended in an agreement: whoever consented there
/// has said that it agrees.
@Component
final class TalksOfMatches {

  private final Matches matches;

  TalksOfMatches(Matches matches) {
    this.matches = matches;
  }

  @EventListener
  void follow(ConclusionChanged changed) {
    if (changed.now().conclusion() instanceof Conclusion.Agreed(var version, var bound)) {
      matches.agreedInTalks(changed.now().id(), bound);
    }
  }
}
