package org.bandung.consultation.signing;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bandung.consultation.signing.SignatureBundle.Signatory;
import org.bandung.consultation.signing.StrictJson.Unreadable;
import org.bandung.consultation.signing.Verdict.Facts;
import org.bandung.consultation.signing.Verdict.Named;
import org.jspecify.annotations.Nullable;

/// Judges a bundle from its bytes alone.
public final class BundleCheck {

  private static final int MOST_SIGNATURES = 200;
  private static final int LONGEST = 1000;
  private static final Set<String> BUNDLE_KEYS = Set.of("format", "document", "signatures");
  private static final Set<String> SIGNATURE_KEYS =
      Set.of(
          "party",
          "signatory",
          "capacity",
          "organisation",
          "signedAt",
          "fingerprint",
          "publicKey",
          "signature");

  private BundleCheck() {}

  private record Claim(
      Signatory by, Instant at, PublicKey key, String fingerprint, String signature) {}

  /// What the bundle proves.
  ///
  /// @param trusted fingerprints that the reader got from the organisations themselves
  public static Verdict verify(byte[] bundle, Set<String> trusted) {
    if (bundle.length > SignatureBundle.LARGEST) {
      return new Verdict.Malformed("limits");
    }
    try {
      var object = object(StrictJson.read(bundle), BUNDLE_KEYS, "format");
      if (!SignatureBundle.FORMAT.equals(object.get("format"))) {
        throw new Unreadable("format");
      }
      var document = text(object.get("document"), SignatureBundle.LARGEST, "format");
      var facts = facts(document);
      var claims = claims(object.get("signatures"));
      var parties = facts.parties().stream().map(Named::id).toList();
      if (!claims.stream().allMatch(c -> parties.contains(c.by().party()))) {
        throw new Unreadable("party");
      }
      return judged(document, facts, claims, trusted);
    } catch (Unreadable e) {
      return new Verdict.Malformed(e.code());
    }
  }

  private static Verdict judged(
      String document, Facts facts, List<Claim> claims, Set<String> trusted) {
    var good = new ArrayList<Verdict.Signature>();
    var bad = new ArrayList<Verdict.Signature>();
    for (var claim : claims) {
      var statement =
          SignatureBundle.statement(document, claim.by(), claim.at(), claim.fingerprint());
      boolean fits = SigningKeys.verifies(claim.key(), statement, decoded(claim.signature()));
      (fits ? good : bad)
          .add(
              new Verdict.Signature(
                  claim.by(),
                  claim.at().toString(),
                  claim.fingerprint(),
                  fits && trusted.contains(claim.fingerprint())));
    }
    if (!bad.isEmpty()) {
      return new Verdict.Altered(facts, bad);
    }
    var signed = new HashSet<String>();
    var keys = new HashSet<String>();
    good.forEach(s -> {
      signed.add(s.by().party());
      keys.add(s.fingerprint());
    });
    return new Verdict.Intact(
        facts,
        good,
        facts.parties().stream().filter(p -> !signed.contains(p.id())).toList(),
        trusted.stream().filter(f -> !keys.contains(f)).sorted().toList());
  }

  private static Facts facts(String document) throws Unreadable {
    var read = StrictJson.read(document);
    if (!CanonicalJson.write(read).equals(document)) {
      throw new Unreadable("not-canonical");
    }
    if (!(read instanceof Map<?, ?> map) || !"bandung-agreement/1".equals(map.get("format"))) {
      throw new Unreadable("document");
    }
    if (!(map.get("revision") instanceof Long revision)
        || !(map.get("parties") instanceof List<?> list)) {
      throw new Unreadable("document");
    }
    var parties = new ArrayList<Named>();
    for (Object item : list) {
      if (!(item instanceof Map<?, ?> party)) {
        throw new Unreadable("document");
      }
      parties.add(new Named(shown(party.get("id"), "document"), spoken(party.get("name"))));
    }
    return new Facts(
        shown(map.get("number"), "document"),
        spoken(map.get("title")),
        revision,
        SigningKeys.sha256(document.getBytes(StandardCharsets.UTF_8)),
        parties);
  }

  /// A text by language: in English, else in the first language there is.
  private static String spoken(@Nullable Object value) throws Unreadable {
    if (!(value instanceof Map<?, ?> map) || map.isEmpty()) {
      throw new Unreadable("document");
    }
    var sorted = new TreeMap<String, @Nullable Object>();
    map.forEach((language, text) -> sorted.put((String) language, text));
    var english = sorted.get("en");
    return shown(english != null ? english : sorted.firstEntry().getValue(), "document");
  }

  private static List<Claim> claims(@Nullable Object value) throws Unreadable {
    if (!(value instanceof List<?> list)) {
      throw new Unreadable("format");
    }
    if (list.isEmpty()) {
      throw new Unreadable("unsigned");
    }
    if (list.size() > MOST_SIGNATURES) {
      throw new Unreadable("limits");
    }
    var claims = new ArrayList<Claim>();
    var seen = new HashSet<String>();
    for (Object item : list) {
      var claim = claim(object(item, SIGNATURE_KEYS, "format"));
      if (!seen.add(claim.fingerprint() + claim.by().party())) {
        throw new Unreadable("signature");
      }
      claims.add(claim);
    }
    return claims;
  }

  private static Claim claim(Map<String, @Nullable Object> item) throws Unreadable {
    var x509 = decoded(base64(item.get("publicKey"), "key-type"));
    var key = SigningKeys.publicKey(x509).orElseThrow(() -> new Unreadable("key-type"));
    var fingerprint = SigningKeys.sha256(x509);
    if (!fingerprint.equals(item.get("fingerprint"))) {
      throw new Unreadable("fingerprint");
    }
    return new Claim(
        new Signatory(
            shown(item.get("party"), "format"),
            shown(item.get("signatory"), "format"),
            shown(item.get("capacity"), "format"),
            shown(item.get("organisation"), "format")),
        time(item.get("signedAt")),
        key,
        fingerprint,
        base64(item.get("signature"), "signature"));
  }

  private static Instant time(@Nullable Object value) throws Unreadable {
    var text = text(value, LONGEST, "format");
    try {
      var time = Instant.parse(text);
      if (time.toString().equals(text)) {
        return time;
      }
    } catch (DateTimeException e) {
      throw new Unreadable("format");
    }
    throw new Unreadable("format");
  }

  /// There is one way to write bytes in base 64.
  private static String base64(@Nullable Object value, String code) throws Unreadable {
    var text = text(value, LONGEST, code);
    try {
      if (Base64.getEncoder().encodeToString(decoded(text)).equals(text)) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      throw new Unreadable(code);
    }
    throw new Unreadable(code);
  }

  private static byte[] decoded(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private static Map<String, @Nullable Object> object(
      @Nullable Object value, Set<String> keys, String code) throws Unreadable {
    if (!(value instanceof Map<?, ?> map) || !map.keySet().equals(keys)) {
      throw new Unreadable(code);
    }
    var object = new TreeMap<String, @Nullable Object>();
    map.forEach((key, item) -> object.put((String) key, item));
    return object;
  }

  /// A text that is shown to people: it must not steer their terminal, or turn the line around.
  private static String shown(@Nullable Object value, String code) throws Unreadable {
    var text = text(value, LONGEST, code);
    boolean steers =
        text.codePoints()
            .anyMatch(c ->
                Character.isISOControl(c)
                    || (c >= 0x202a && c <= 0x202e)
                    || (c >= 0x2066 && c <= 0x2069)
                    || c == 0x2028
                    || c == 0x2029);
    if (text.isBlank() || steers) {
      throw new Unreadable("characters");
    }
    return text;
  }

  private static String text(@Nullable Object value, int longest, String code) throws Unreadable {
    if (!(value instanceof String text) || text.length() > longest) {
      throw new Unreadable(code);
    }
    return text;
  }
}
