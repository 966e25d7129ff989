package org.bandung.consultation.accord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.consultation.TestWorld.MERIDIA;
import static org.bandung.consultation.TestWorld.NORTHERA;
import static org.bandung.consultation.TestWorld.NOW;
import static org.bandung.consultation.TestWorld.full;
import static org.bandung.consultation.TestWorld.setup;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.DecisionRule;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.TestWorld;
import org.bandung.consultation.signing.BundleCheck;
import org.bandung.consultation.signing.SignatureBundle;
import org.bandung.consultation.signing.SigningKeys;
import org.bandung.consultation.signing.Verdict;
import org.junit.jupiter.api.Test;

class AgreementDocumentTest {

  private static Consultation consented() {
    var effect = TestWorld.agreement();
    var talks = new TestWorld.Talks(setup(DecisionRule.UNANIMITY, MERIDIA, NORTHERA), effect);
    var full = full();
    var proposal =
        new Proposal(
            effect, full.title(), full.text(), full.prevailing(), full.terms(), full.annexes());
    talks.propose("QNN", proposal);
    return talks.accept("QMM").accept("QNN").now();
  }

  @Test
  void holdsEverythingThatWasConsentedToAndCanBeSigned() {
    var consultation = consented();
    var made =
        (AgreementOutcome.Done)
            AgreementRules.make("a-1", "QM-QN/2026/1", consultation, Optional.empty(), NOW);
    var document = AgreementDocument.of(made.after(), consultation);

    assertThat(document)
        .startsWith("{\"annexes\":[{\"bytes\":17,\"name\":\"map.pdf\",\"sha256\":\"000")
        .contains("\"texts\":{\"en\":\"The parties\\nwill \\\"dig\\\" wells.\",\"fr\":")
        .contains("\"value\":\"1200.500\"", "\"number\":\"QM-QN/2026/1\"", "\"prevailing\":\"fr\"");

    var keys = SigningKeys.generate();
    var by = new SignatureBundle.Signatory("QMM", "Ana Li", "Minister", "Ministry of Water");
    var file = SignatureBundle.of(document).signed(by, NOW, keys).render();
    var verdict =
        BundleCheck.verify(
            file.getBytes(StandardCharsets.UTF_8),
            Set.of(SigningKeys.fingerprint(keys.getPublic())));
    assertThat(verdict).isInstanceOf(Verdict.Intact.class);
    assertThat(((Verdict.Intact) verdict).unsigned())
        .containsExactly(new Verdict.Named("QNN", "State QNN"));
  }
}
