package org.bandung.api.desk;

import org.bandung.access.Mandates;
import org.bandung.api.frame.NotFound;
import org.springframework.stereotype.Component;

/// The one party that the body of a token is, in matches, agreements and joint initiatives.
@Component
class OwnParty {

  private final Mandates mandates;

  OwnParty(Mandates mandates) {
    this.mandates = mandates;
  }

  /// @throws NotFound if that body is no party of anything
  String of(Acting acting) {
    return mandates.partyOf(acting.body()).orElseThrow(() -> new NotFound(acting.body().id()));
  }

  /// Whether the body of the token acts as that party.
  boolean acts(Acting acting, String party) {
    return mandates.actingFor(party).filter(b -> b.id().equals(acting.body().id())).isPresent();
  }
}
