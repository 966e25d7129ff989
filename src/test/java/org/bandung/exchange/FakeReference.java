package org.bandung.exchange;

import java.util.List;
import java.util.Map;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.CountryResolution;

/// A world of ISO user-assigned codes: QM to QZ are countries, QS was QM and QN together.
final class FakeReference implements IatiRecord.Countries {

  private static final Map<String, CountryResolution> SPECIAL =
      Map.of(
          "QS",
          new CountryResolution.Several(
              "QS", List.of(new CountryCode("QMM"), new CountryCode("QNN"))),
          "998",
          new CountryResolution.Aggregate("998"));

  @Override
  public CountryResolution resolve(String codeOrName) {
    var special = SPECIAL.get(codeOrName);
    if (special != null) {
      return special;
    }
    if (codeOrName.matches("Q[M-Z]")) {
      return new CountryResolution.Found(new CountryCode(codeOrName + codeOrName.charAt(1)));
    }
    return codeOrName.matches("[A-Z]{2,3}")
        ? new CountryResolution.Found(new CountryCode((codeOrName + "X").substring(0, 3)))
        : new CountryResolution.Unknown(codeOrName);
  }

  @Override
  public String fingerprint() {
    return "reference";
  }
}
