package org.bandung.consultation.accord;

import java.util.Map;
import org.bandung.consultation.ConsultationCodec;
import org.bandung.store.EventJson;

/// Events of agreements as JSON. The words are stored and never change.
final class AgreementCodec {

  private static final EventJson JSON =
      ConsultationCodec.with(
          Map.ofEntries(
              Map.entry("made", AgreementEvent.Made.class),
              Map.entry("signed", AgreementEvent.Signed.class),
              Map.entry("notified", AgreementEvent.Notified.class),
              Map.entry("entered-into-force", AgreementEvent.EnteredIntoForce.class),
              Map.entry("changed", AgreementEvent.Changed.class),
              Map.entry("paper-attested", AgreementEvent.PaperAttested.class),
              Map.entry("paper-disowned", AgreementEvent.PaperDisowned.class),
              Map.entry("change-undone", AgreementEvent.Undone.class),
              Map.entry("withdrawn", AgreementEvent.Withdrawn.class),
              Map.entry("instrument-attached", AgreementEvent.InstrumentAttached.class),
              Map.entry("annulled", AgreementEvent.Annulled.class),
              Map.entry("endorsement-demanded", AgreementEvent.EndorsementDemanded.class),
              Map.entry("endorsed", AgreementEvent.Endorsed.class),
              Map.entry("endorsement-refused", AgreementEvent.EndorsementRefused.class)),
          AgreementEvent.class);

  private AgreementCodec() {}

  static String json(Object value) {
    return JSON.write(value);
  }

  static Object tree(Object value) {
    return JSON.tree(value);
  }

  static <T> T read(String json, Class<T> type) {
    return JSON.read(json, type);
  }
}
