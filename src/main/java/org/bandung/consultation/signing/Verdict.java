package org.bandung.consultation.signing;

import java.util.List;

/// What a bundle proves.
public sealed interface Verdict {

  /// The text is as it was when each of these signed it.
  ///
  /// @param unsigned parties of the agreement whose signature is not in the bundle
  /// @param lacking fingerprints that were asked for and have signed nothing here
  record Intact(Facts facts, List<Signature> signatures, List<Named> unsigned, List<String> lacking)
      implements Verdict {
    public Intact {
      signatures = List.copyOf(signatures);
      unsigned = List.copyOf(unsigned);
      lacking = List.copyOf(lacking);
    }
  }

  /// The text, or what stands with a signature, is not what was signed.
  ///
  /// @param signatures those that do not fit, by what they claim
  record Altered(Facts facts, List<Signature> signatures) implements Verdict {
    public Altered {
      signatures = List.copyOf(signatures);
    }
  }

  /// It is no bundle that could be judged.
  ///
  /// @param code `limits`, `not-json`, `duplicate-key`, `number`, `characters`, `format`,
  ///   `document`, `not-canonical`, `key-type`, `signature`, `fingerprint`, `unsigned`, `party`
  record Malformed(String code) implements Verdict {}

  /// What the text says of itself.
  ///
  /// @param sha256 of the canonical text
  record Facts(String number, String title, long revision, String sha256, List<Named> parties) {
    public Facts {
      parties = List.copyOf(parties);
    }
  }

  /// A party.
  record Named(String id, String name) {}

  /// One signature.
  ///
  /// @param trusted whether its key is one of those that were asked for
  record Signature(SignatureBundle.Signatory by, String at, String fingerprint, boolean trusted) {}
}
