package org.bandung.api.json;

import org.bandung.api.json.Shapes.Coded;
import org.bandung.registry.CountryTies;

/// Initiatives of one modality in which one country provides and another receives.
public record FlowJson(Coded provider, Coded recipient, Coded modality, long initiatives) {

  public static FlowJson render(CountryTies.Flow flow, Speech speech) {
    return new FlowJson(
        speech.country(flow.provider()),
        speech.country(flow.recipient()),
        speech.coded("modality", flow.modality()),
        flow.initiatives());
  }
}
