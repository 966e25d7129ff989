package org.bandung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bandung.cli.CliDoor.Ended;
import org.bandung.consultation.signing.CanonicalJson;
import org.bandung.consultation.signing.SignatureBundle;
import org.bandung.consultation.signing.SignatureBundle.Signatory;
import org.bandung.consultation.signing.SigningKeys;
import org.bandung.kernel.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// `agreement verify` from the file alone.
class AgreementCommandsTest {

  @SuppressWarnings("UnusedVariable") // read by the annotation
  private static final List<String> LANGUAGES = Messages.LANGUAGES;

  @TempDir Path folder = Path.of("");

  private final CliDoor door = new CliDoor();
  private final KeyPair keys = SigningKeys.generate();
  private final String fingerprint = SigningKeys.fingerprint(keys.getPublic());

  private String bundle() {
    var document =
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
                    Map.of("id", "QNN", "name", Map.of("en", "Northera")))));
    var by = new Signatory("QMM", "Ana Li", "Minister", "Ministry of Water");
    return SignatureBundle.of(document)
        .signed(by, Instant.parse("2026-11-27T09:00:00Z"), keys)
        .render();
  }

  private Ended verify(String text, String... more) throws IOException {
    var file = folder.resolve("bundle.json");
    Files.writeString(file, text);
    var arguments = new java.util.ArrayList<>(List.of("agreement", "verify", file.toString()));
    arguments.addAll(List.of(more));
    var ended = door.run(arguments.toArray(String[]::new));
    assertThat(door.opened).isFalse();
    return ended;
  }

  @Test
  void anIntactOneIsSignedByAnUnknownSignerUntilItsKeyIsTrusted() throws IOException {
    var unknown = verify(bundle());
    assertThat(unknown.exit()).isZero();
    assertThat(unknown.out())
        .contains("QM-QN/2026/1", "intact", "signer unknown", "No signature", "Northera (QNN)");

    var trusted = verify(bundle(), "--trust", fingerprint.toUpperCase(java.util.Locale.ROOT));
    assertThat(trusted.exit()).isZero();
    assertThat(trusted.out()).contains("key you trust").doesNotContain("signer unknown");
  }

  @Test
  void aKeyThatWasAskedForAndDidNotSignIsNotPassedOver() throws IOException {
    var ended = verify(bundle(), "--trust", "ab".repeat(32));

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).contains("Nothing here is signed with the key you named");
  }

  @Test
  void anAlteredOneEndsWithOneAndWhatIsNoBundleWithTwo() throws IOException {
    var altered = verify(bundle().replace("Ana Li", "Eva Li"));
    assertThat(altered.exit()).isEqualTo(1);
    assertThat(altered.out()).contains("ALTERED", "Eva Li");

    var malformed = verify("{}");
    assertThat(malformed.exit()).isEqualTo(2);
    assertThat(malformed.out()).contains("lacks what a bundle has");
  }

  @Test
  void jsonSaysTheSame() throws IOException {
    assertThat(verify(bundle(), "--json", "--trust", fingerprint).out())
        .startsWith("{\"verdict\":\"intact\",\"agreement\":{\"number\":\"QM-QN/2026/1\"")
        .contains(
            "\"fingerprint\":\"" + fingerprint + "\",\"trusted\":true",
            "\"unsigned\":[{\"id\":\"QNN\",\"name\":\"Northera\"}]",
            "\"lacking\":[]");
    assertThat(verify("[]", "--json").out())
        .isEqualToIgnoringNewLines("{\"verdict\":\"malformed\",\"code\":\"format\"}");
  }

  @Test
  void mistakesOfUsageAreSaid() throws IOException {
    assertThat(verify(bundle(), "--trust", "abc").exit()).isEqualTo(64);
    var missing = door.run("agreement", "verify", folder.resolve("none").toString());
    assertThat(missing.exit()).isEqualTo(64);
    assertThat(missing.err()).contains("cannot be read");
    assertThat(door.run("agreement").exit()).isEqualTo(64);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyFaultHasItsWords(String language) {
    var words = Messages.of("cli");
    for (var code :
        List.of(
            "limits",
            "not-json",
            "duplicate-key",
            "number",
            "characters",
            "format",
            "document",
            "not-canonical",
            "key-type",
            "signature",
            "fingerprint",
            "unsigned",
            "party")) {
      assertThat(words.keys(language)).contains("agreement.fault." + code);
    }
  }
}
