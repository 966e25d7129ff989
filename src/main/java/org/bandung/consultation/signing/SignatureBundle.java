package org.bandung.consultation.signing;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An agreement's canonical text with the signatures under it: one JSON file, complete in itself.
///
/// What is signed is not the text alone but a statement of who signs it, as what, for whom and
/// when, which holds the SHA-256 of the text: so nobody can put another name under a signature.
///
/// @param document the canonical text, itself JSON
public record SignatureBundle(String document, List<Signed> signatures) {

  static final String FORMAT = "bandung-agreement-bundle/1";
  static final String STATEMENT = "bandung-agreement-signature/1";

  /// The largest file that is read: bytes, or characters.
  public static final int LARGEST = 16 * 1024 * 1024;

  public SignatureBundle {
    signatures = List.copyOf(signatures);
  }

  /// Who signs.
  ///
  /// @param party id of the party in the agreement
  /// @param capacity the office in which the signatory signs
  public record Signatory(String party, String name, String capacity, String organisation) {}

  /// A signature.
  ///
  /// @param at when, by the clock of who signed; to the second
  /// @param publicKey X.509 form in base 64
  /// @param signature 64 bytes in base 64
  public record Signed(Signatory by, Instant at, String publicKey, String signature) {

    /// SHA-256 of the public key.
    public String fingerprint() {
      return SigningKeys.sha256(Base64.getDecoder().decode(publicKey));
    }
  }

  /// A bundle that nobody has signed yet.
  public static SignatureBundle of(String document) {
    return new SignatureBundle(document, List.of());
  }

  /// This bundle with one more signature.
  public SignatureBundle signed(Signatory by, Instant at, KeyPair keys) {
    var time = at.truncatedTo(ChronoUnit.SECONDS);
    var key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    var statement = statement(document, by, time, SigningKeys.fingerprint(keys.getPublic()));
    var signature =
        Base64.getEncoder().encodeToString(SigningKeys.sign(keys.getPrivate(), statement));
    var more = new ArrayList<>(signatures);
    more.add(new Signed(by, time, key, signature));
    return new SignatureBundle(document, more);
  }

  /// What the signatory puts her key to.
  public static String statement(String document, Signatory by, Instant at, String fingerprint) {
    return CanonicalJson.write(
        Map.of(
            "statement",
            STATEMENT,
            "document",
            SigningKeys.sha256(document.getBytes(StandardCharsets.UTF_8)),
            "party",
            by.party(),
            "signatory",
            by.name(),
            "capacity",
            by.capacity(),
            "organisation",
            by.organisation(),
            "signedAt",
            at.toString(),
            "key",
            fingerprint));
  }

  /// The bundle as a file.
  public String render() {
    var list = new ArrayList<Map<String, Object>>();
    for (var signed : signatures) {
      var item = new LinkedHashMap<String, Object>();
      item.put("party", signed.by().party());
      item.put("signatory", signed.by().name());
      item.put("capacity", signed.by().capacity());
      item.put("organisation", signed.by().organisation());
      item.put("signedAt", signed.at().toString());
      item.put("fingerprint", signed.fingerprint());
      item.put("publicKey", signed.publicKey());
      item.put("signature", signed.signature());
      list.add(item);
    }
    return CanonicalJson.write(Map.of("format", FORMAT, "document", document, "signatures", list))
        + "\n";
  }
}
