package org.bandung.consultation.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.consultation.signing.SignatureBundle.Signatory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleCheckTest {

  private static final Instant AT = Instant.parse("2026-11-27T09:00:00Z");
  private static final Signatory ANA =
      new Signatory("QMM", "Ana Li", "Minister", "Ministry of Water");
  private static final Signatory BEN = new Signatory("QNN", "Ben Oz", "Director", "Agency");

  private final KeyPair ana = SigningKeys.generate();
  private final KeyPair ben = SigningKeys.generate();
  private final String document =
      CanonicalJson.write(
          Map.of(
              "format",
              "bandung-agreement/1",
              "number",
              "QM-QN/2026/1",
              "revision",
              1,
              "title",
              Map.of("en", "Wells"),
              "parties",
              List.of(
                  Map.of("id", "QMM", "name", Map.of("en", "Meridia")),
                  Map.of("id", "QNN", "name", Map.of("fr", "Northera"))),
              "texts",
              Map.of("en", "They will \"dig\".\n")));
  private final SignatureBundle bundle =
      SignatureBundle.of(document).signed(ANA, AT, ana).signed(BEN, AT, ben);

  private static Verdict verify(String file, String... trusted) {
    return BundleCheck.verify(file.getBytes(StandardCharsets.UTF_8), Set.of(trusted));
  }

  @Test
  void aTrustedKeyIsNamedAndAnUnknownOneIsNot() {
    var trusted = SigningKeys.fingerprint(ana.getPublic());

    var verdict = (Verdict.Intact) verify(bundle.render(), trusted);

    assertThat(verdict.signatures())
        .extracting(Verdict.Signature::trusted)
        .containsExactly(true, false);
    assertThat(verdict.signatures().getFirst().by()).isEqualTo(ANA);
    assertThat(verdict.unsigned()).isEmpty();
    assertThat(verdict.lacking()).isEmpty();
    assertThat(verdict.facts().number()).isEqualTo("QM-QN/2026/1");
    assertThat(verdict.facts().parties())
        .extracting(Verdict.Named::name)
        .containsExactly("Meridia", "Northera");
  }

  @Test
  void whoHasNotSignedIsSaid() {
    var stranger = SigningKeys.fingerprint(SigningKeys.generate().getPublic());

    var verdict =
        (Verdict.Intact)
            verify(SignatureBundle.of(document).signed(ANA, AT, ana).render(), stranger);

    assertThat(verdict.unsigned()).extracting(Verdict.Named::id).containsExactly("QNN");
    assertThat(verdict.lacking()).containsExactly(stranger);
  }

  @ParameterizedTest
  @CsvSource({
    "Minister, Clerk",
    "Ana Li, Eva Li",
    "Ministry of Water, Ministry of Fire",
    "2026-11-27T09:00:00Z, 2026-11-28T09:00:00Z",
    "2026/1, 2026/2",
    "dig, sit",
  })
  void whateverStandsThereIsHeldByTheSignature(String was, String is) {
    var altered = bundle.render().replaceFirst(was, is);

    assertThat(altered).isNotEqualTo(bundle.render());
    assertThat(verify(altered)).isInstanceOf(Verdict.Altered.class);
  }

  @Test
  void aSignatureIsGoodForOnePartyOnly() {
    var moved = bundle.render().replace("\"party\":\"QMM\"", "\"party\":\"QNN\"");

    assertThat(((Verdict.Altered) verify(moved)).signatures())
        .extracting(s -> s.by().party())
        .containsExactly("QNN");
  }

  @Test
  void whoIsNoPartySignsNothing() {
    var stranger = new Signatory("QZZ", "Eve", "Minister", "Elsewhere");
    var file = bundle.signed(stranger, AT, SigningKeys.generate()).render();

    assertThat(verify(file)).isEqualTo(new Verdict.Malformed("party"));
  }

  @Test
  void aSignatureOfAnotherAgreementDoesNotFit() {
    var other = SignatureBundle.of(document.replace("2026/1", "2026/2"));
    var moved = new SignatureBundle(other.document(), bundle.signatures());

    assertThat(verify(moved.render())).isInstanceOf(Verdict.Altered.class);
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    var file = bundle.render();
    var kinds = new TreeSet<String>();
    for (int i = 0; i < file.length() - 1; i++) {
      char c = file.charAt(i);
      var changed = file.substring(0, i) + (c == 'a' ? 'b' : 'a') + file.substring(i + 1);
      var verdict = verify(changed);
      assertThat(verdict).as(changed).isNotInstanceOf(Verdict.Intact.class);
      kinds.add(verdict.getClass().getSimpleName());
    }
    assertThat(kinds).containsExactly("Altered", "Malformed");
  }

  @Test
  void everyShortenedFileIsMalformed() {
    var file = bundle.render().strip();
    for (int i = 0; i < file.length(); i += 7) {
      assertThat(verify(file.substring(0, i))).isInstanceOf(Verdict.Malformed.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "1", "\"x\"", "{\"format\":\"x\"}"})
  void whatIsNoBundleIsMalformed(String file) {
    assertThat(verify(file)).isInstanceOf(Verdict.Malformed.class);
  }

  @Test
  void hostileFilesAreMalformed() {
    var file = bundle.render();

    assertThat(verify("[".repeat(100_000))).isEqualTo(new Verdict.Malformed("limits"));
    assertThat(BundleCheck.verify(new byte[SignatureBundle.LARGEST + 1], Set.of()))
        .isEqualTo(new Verdict.Malformed("limits"));
    assertThat(verify(file.replace("{\"document\"", "{\"format\":\"x\",\"document\"")))
        .isEqualTo(new Verdict.Malformed("duplicate-key"));
    assertThat(verify(file + "{}")).isEqualTo(new Verdict.Malformed("not-json"));
    assertThat(verify(file.replace("\"capacity\"", "\"more\":1,\"capacity\"")))
        .isEqualTo(new Verdict.Malformed("format"));
    assertThat(verify(file.replace("Ana Li", "Ana\\u001b[2J")))
        .isEqualTo(new Verdict.Malformed("characters"));
    assertThat(verify(file.replace("Ana Li", "Ana\\u202e")))
        .isEqualTo(new Verdict.Malformed("characters"));
    assertThat(verify(file.replace("Ana Li", "\\ud800")))
        .isEqualTo(new Verdict.Malformed("characters"));
    assertThat(verify(SignatureBundle.of(document).render()))
        .isEqualTo(new Verdict.Malformed("unsigned"));
    var latin = file.replace("Ana Li", "Ana L\u00ef").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(BundleCheck.verify(latin, Set.of())).isEqualTo(new Verdict.Malformed("not-json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"format\":\"bandung-agreement/1\"}",
        "{\"number\":\"x\",\"format\":\"bandung-agreement/1\"}",
        "{\"format\":\"bandung-agreement\\/1\"}",
      })
  void aTextInAnotherFormThanTheCanonicalIsMalformed(String text) {
    var file = SignatureBundle.of(text).signed(ANA, AT, ana).render();

    assertThat(verify(file)).isEqualTo(new Verdict.Malformed("not-canonical"));
  }

  @ParameterizedTest
  @CsvSource({
    "{\"a\":1.5}, number",
    "{\"a\":1e3}, number",
    "{\"a\":-0}, number",
    "{\"a\":9007199254740992}, number",
    "'{\"a\":1,\"a\":1}', duplicate-key",
    "{\"a\":NaN}, not-json",
    "{\"a\":1}, document",
  })
  void aTextThatReadersCouldReadDifferentlyIsMalformed(String text, String code) {
    var file = SignatureBundle.of(text).signed(ANA, AT, ana).render();

    assertThat(verify(file)).isEqualTo(new Verdict.Malformed(code));
  }

  @Test
  void onlyKeysOfEd25519AreTaken() throws GeneralSecurityException {
    var mine = Base64.getEncoder().encodeToString(ana.getPublic().getEncoded());
    for (var algorithm : List.of("RSA", "EC", "X25519", "Ed448")) {
      var other = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPublic();
      var key = Base64.getEncoder().encodeToString(other.getEncoded());
      var file =
          bundle
              .render()
              .replace(mine, key)
              .replace(SigningKeys.fingerprint(ana.getPublic()), SigningKeys.fingerprint(other));

      assertThat(verify(file)).as(algorithm).isEqualTo(new Verdict.Malformed("key-type"));
    }
  }

  @Test
  void aFingerprintIsThatOfItsKey() {
    var file =
        bundle
            .render()
            .replace(
                SigningKeys.fingerprint(ana.getPublic()), SigningKeys.fingerprint(ben.getPublic()));

    assertThat(verify(file, SigningKeys.fingerprint(ben.getPublic())))
        .isEqualTo(new Verdict.Malformed("fingerprint"));
  }

  /// RFC 8032, section 7.1, test 2: the key, the message 72 and its signature.
  @Test
  void javaSignsAsTheStandardSays() throws GeneralSecurityException {
    var hex = HexFormat.of();
    var secret =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(
                new EdECPrivateKeySpec(
                    NamedParameterSpec.ED25519,
                    hex.parseHex(
                        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")));
    var open =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(
                    hex.parseHex(
                        "302a300506032b6570032100"
                            + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")));

    var signature = SigningKeys.sign(secret, "r");

    assertThat(hex.formatHex(signature))
        .isEqualTo(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    assertThat(SigningKeys.verifies(open, "r", signature)).isTrue();
    assertThat(SigningKeys.verifies(open, "s", signature)).isFalse();
    assertThat(Signature.getInstance("Ed25519").getAlgorithm()).isEqualTo("Ed25519");
  }
}
