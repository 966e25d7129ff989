package org.bandung.consultation.accord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.consultation.TestWorld.MERIDIA;
import static org.bandung.consultation.TestWorld.NORTHERA;
import static org.bandung.consultation.TestWorld.setup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bandung.access.CountryRules;
import org.bandung.access.Role;
import org.bandung.consultation.ConclusionChanged;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.DecisionRule;
import org.bandung.consultation.Party;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.TestBodies;
import org.bandung.consultation.TestWorld;
import org.bandung.consultation.accord.AgreementOutcome.BadSignature;
import org.bandung.consultation.accord.AgreementOutcome.Done;
import org.bandung.consultation.accord.AgreementOutcome.KeyElsewhere;
import org.bandung.consultation.accord.AgreementOutcome.KeyUsedOtherwise;
import org.bandung.consultation.accord.AgreementOutcome.LacksCapacity;
import org.bandung.consultation.accord.AgreementOutcome.OutOfPlace;
import org.bandung.consultation.accord.SigningKeyRing.KeyOutcome;
import org.bandung.consultation.signing.BundleCheck;
import org.bandung.consultation.signing.SigningKeys;
import org.bandung.consultation.signing.Verdict;
import org.bandung.kernel.LocalizedText;
import org.junit.jupiter.api.Test;

/// Agreements on the real database: made where a consultation concludes, signed, endorsed,
/// released.
class AgreementsTest extends AgreementWorld {

  @Test
  void aConclusionMakesOneAgreementWithANumber() {
    var c = agreed(TestWorld.agreement(), MERIDIA, NORTHERA);
    var id = made(c);
    accord.making().follow(new ConclusionChanged(c, ""));

    var year = LocalDate.now(ZoneOffset.UTC).getYear();
    assertThat(accord.agreements().list(envoy)).hasSize(1);
    var shown = accord.agreements().find(id, envoy).orElseThrow();
    assertThat(shown.agreement().origin().number()).matches("[A-Z0-9]{4}-" + year + "-0001");
    assertThat(shown.document()).contains(shown.agreement().origin().number());
    assertThat(accord.news())
        .anySatisfy(n -> {
          assertThat(n.what()).isEqualTo("agreement.made");
          assertThat(n.bodies()).containsExactlyInAnyOrder(meridia.id(), northera.id());
        });
  }

  @Test
  void whatIsNotAgreedMakesNothing() {
    var open =
        new TestWorld.Talks(setup(DecisionRule.UNANIMITY, MERIDIA, NORTHERA), TestWorld.agreement())
            .accept("QMM")
            .now();
    accord.making().follow(new ConclusionChanged(open, ""));

    assertThat(accord.agreements().list(minister)).isEmpty();
  }

  @Test
  void toAStrangerThereIsNoSuchAgreement() {
    var id = made();

    assertThat(accord.agreements().find(id, stranger)).isEmpty();
    assertThat(accord.agreements().list(stranger)).isEmpty();
    assertThat(accord.agreements().sign(id, mm(stranger), 1, "Minister", "k")).isEmpty();
    assertThat(accord.agreements().sign(id, new As(stranger, "QPP"), 1, "Minister", "k")).isEmpty();
    assertThat(accord.agreements().endorse(id, mm(stranger), "k")).isEmpty();
    assertThat(accord.agreements().release(id, stranger, meridia, true)).isEmpty();
    assertThat(accord.agreements().statement(id, mm(stranger), "x", Instant.now())).isEmpty();
    assertThat(accord.agreements().findPublic(id)).isEmpty();
  }

  @Test
  void whoMaySeeButNotSignIsToldSo() {
    var id = made();
    var reader = TestBodies.acting("reader", meridia, Role.READER);

    assertThat(accord.agreements().find(id, reader)).isPresent();
    assertThat(accord.agreements().sign(id, mm(reader), 1, "Clerk", "k"))
        .hasValueSatisfying(o -> assertThat(o).isInstanceOf(LacksCapacity.class));
    assertThat(accord.keys().of(minister, meridia)).isEmpty();
  }

  @Test
  void whatBothSignVerifiesOfflineAndIsInForce() {
    var id = made();
    done(accord.agreements().sign(id, mm(minister), 1, "Minister", "k1"));
    var done = done(accord.agreements().sign(id, nn(envoy), 1, "Ambassador", "k2"));

    assertThat(done.after().latest().inForce()).isNotNull();
    var shown = accord.agreements().find(id, minister).orElseThrow();
    var file = shown.bundle().render().getBytes(StandardCharsets.UTF_8);
    var trusted = accord.keys().of(minister, meridia).getFirst().fingerprint();
    var verdict = BundleCheck.verify(file, Set.of(trusted));
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Intact.class,
            intact -> {
              assertThat(intact.unsigned()).isEmpty();
              assertThat(intact.lacking()).isEmpty();
              assertThat(intact.signatures())
                  .anySatisfy(s -> {
                    assertThat(s.trusted()).isTrue();
                    assertThat(s.by().capacity()).isEqualTo("Minister");
                  })
                  .anySatisfy(s -> assertThat(s.trusted()).isFalse());
            });
  }

  @Test
  void aCommandSentTwiceIsDoneOnce() {
    var id = made();
    var first = done(accord.agreements().sign(id, mm(minister), 1, "Minister", "k1"));
    var second = done(accord.agreements().sign(id, mm(minister), 1, "Minister", "k1"));

    assertThat(second).isEqualTo(first);
    assertThat(accord.agreements().sign(id, mm(minister), 1, "Other", "k1"))
        .contains(new KeyUsedOtherwise());
    assertThat(accord.agreements().sign(id, mm(minister), 1, "Minister", "k3"))
        .hasValueSatisfying(o -> assertThat(o).isInstanceOf(OutOfPlace.class));
    assertThat(accord.agreements().sign(id, nn(envoy), 2, "Ambassador", "k4"))
        .hasValueSatisfying(o -> assertThat(o).isInstanceOf(OutOfPlace.class));
  }

  @Test
  void signaturesAtTheSameTimeAreOneEach() throws Exception {
    var id = made();
    try (var pool = Executors.newFixedThreadPool(8)) {
      var tasks = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < 12; i++) {
        var key = "k" + i;
        boolean ours = i % 2 == 0;
        tasks.add(() ->
            accord
                    .agreements()
                    .sign(id, ours ? mm(minister) : nn(envoy), 1, "Office", key)
                    .orElseThrow()
                instanceof Done);
      }
      int signed = 0;
      for (var future : pool.invokeAll(tasks)) {
        signed += future.get() ? 1 : 0;
      }
      assertThat(signed).isEqualTo(2);
    }
    var shown = accord.agreements().find(id, minister).orElseThrow();
    assertThat(shown.bundle().signatures()).hasSize(2);
    assertThat(shown.agreement().latest().inForce()).isNotNull();
    assertThat(accord.keys().of(minister, meridia)).hasSize(1);
  }

  @Test
  void numbersHaveNoGapsHoweverManyComeAtOnce() throws Exception {
    var consultations = new ArrayList<Consultation>();
    for (int i = 0; i < 10; i++) {
      var c = agreed(TestWorld.agreement(), MERIDIA, NORTHERA);
      consultations.add(
          new Consultation(
              "c-" + i,
              c.setup(),
              c.versions(),
              c.departures(),
              c.talk(),
              c.conclusion(),
              c.sequence()));
    }
    try (var pool = Executors.newFixedThreadPool(5)) {
      for (var future :
          pool.invokeAll(
              consultations.stream()
                  .<Callable<Boolean>>map(c ->
                      () -> {
                        accord.making().follow(new ConclusionChanged(c, ""));
                        return true;
                      })
                  .toList())) {
        future.get();
      }
    }
    var numbers = new HashSet<Integer>();
    for (var shown : accord.agreements().list(minister)) {
      var number = shown.agreement().origin().number();
      numbers.add(Integer.valueOf(number.substring(number.lastIndexOf('-') + 1)));
    }
    assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @Test
  void anInstitutionWaitsForItsCountry() {
    var institute = bodies.institute("QMM", "Water Institute", null);
    var director = TestBodies.acting("director", institute, Role.SIGNATORY);
    var endorser = TestBodies.acting("endorser", meridia, Role.ENDORSER);
    var authority = TestBodies.acting("authority", meridia, Role.AUTHORITY);
    assertThat(accord.rules().set(authority, meridia, new CountryRules.Demands(true, false)))
        .isTrue();
    assertThat(accord.rules().set(director, meridia, new CountryRules.Demands(false, false)))
        .isFalse();
    var party =
        new Party(
            institute.id(),
            Party.Kind.ORGANISATION,
            Party.Role.REQUESTING,
            LocalizedText.of("en", "Water Institute"),
            false);
    accord
        .making()
        .follow(new ConclusionChanged(agreed(TestWorld.agreement(), party, NORTHERA), ""));
    var id = accord.agreements().list(director).getFirst().agreement().id();
    assertThat(accord.agreements().list(endorser)).hasSize(1);
    assertThat(accord.agreements().find(id, stranger)).isEmpty();

    done(accord.agreements().sign(id, new As(director, institute.id()), 1, "Director", "k"));
    assertThat(
            done(accord.agreements().sign(id, nn(envoy), 1, "Envoy", "k"))
                .after()
                .latest()
                .inForce())
        .isNull();
    assertThat(accord.agreements().endorse(id, new As(director, institute.id()), "k2")).isEmpty();
    done(
        accord
            .agreements()
            .refuseEndorsement(id, new As(endorser, institute.id()), "too dear", "k3"));
    assertThat(accord.agreements().find(id, envoy).orElseThrow().agreement().latest().inForce())
        .isNull();
    var endorsed = done(accord.agreements().endorse(id, new As(endorser, institute.id()), "k4"));
    assertThat(endorsed.after().latest().inForce()).isNotNull();
    assertThat(accord.audit()).contains("agreement.endorsement-refused", "agreement.endorsed");
  }

  @Test
  void aKeyBroughtAlongSignsOutside() {
    var id = made();
    var pair = SigningKeys.generate();
    var pem = Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded());
    var publicKey = "-----BEGIN PUBLIC KEY-----\n" + pem + "\n-----END PUBLIC KEY-----\n";
    assertThat(accord.keys().bring(minister, meridia, publicKey, ""))
        .isInstanceOf(KeyOutcome.NoProof.class);
    assertThat(accord.keys().bring(stranger, meridia, publicKey, ""))
        .isInstanceOf(KeyOutcome.NotAllowed.class);
    assertThat(accord.keys().bring(minister, meridia, "nonsense", ""))
        .isInstanceOf(KeyOutcome.NoKey.class);
    var text = accord.keys().proofText(meridia, SigningKeys.fingerprint(pair.getPublic()));
    var proof = Base64.getEncoder().encodeToString(SigningKeys.sign(pair.getPrivate(), text));
    assertThat(accord.keys().bring(minister, meridia, publicKey, proof))
        .isInstanceOf(KeyOutcome.Changed.class);
    assertThat(accord.keys().bring(envoy, northera, publicKey, proof))
        .isInstanceOf(KeyOutcome.NoProof.class);

    assertThat(accord.agreements().sign(id, mm(minister), 1, "Minister", "k"))
        .contains(new KeyElsewhere());
    var at = Instant.now();
    var statement = accord.agreements().statement(id, mm(minister), "Minister", at).orElseThrow();
    var signature =
        Base64.getEncoder().encodeToString(SigningKeys.sign(pair.getPrivate(), statement));
    assertThat(
            accord
                .agreements()
                .bring(id, mm(minister), 1, new Agreements.Brought("Clerk", at, signature), "k"))
        .contains(new BadSignature());
    assertThat(
            accord
                .agreements()
                .bring(
                    id,
                    mm(minister),
                    1,
                    new Agreements.Brought("Minister", at.minusSeconds(1_000_000), signature),
                    "k"))
        .contains(new BadSignature());
    done(
        accord
            .agreements()
            .bring(id, mm(minister), 1, new Agreements.Brought("Minister", at, signature), "k"));
    var file =
        accord
            .agreements()
            .find(id, minister)
            .orElseThrow()
            .bundle()
            .render()
            .getBytes(StandardCharsets.UTF_8);
    assertThat(BundleCheck.verify(file, Set.of(SigningKeys.fingerprint(pair.getPublic()))))
        .isInstanceOfSatisfying(Verdict.Intact.class, i -> assertThat(i.unsigned()).hasSize(1));
  }

  @Test
  void anotherKeyLeavesTheOneBeforeForWhatItSigned() {
    var id = made();
    done(accord.agreements().sign(id, mm(minister), 1, "Minister", "k"));
    accord.keys().rotate(minister, meridia);

    assertThat(accord.keys().rotate(stranger, meridia)).isInstanceOf(KeyOutcome.NotAllowed.class);
    var keys = accord.keys().of(minister, meridia);
    assertThat(keys).hasSize(2);
    assertThat(accord.keys().published()).isEmpty();
    for (var key : keys) {
      assertThat(accord.keys().publish(stranger, meridia, key.fingerprint(), true)).isFalse();
      assertThat(accord.keys().publish(minister, meridia, key.fingerprint(), true)).isTrue();
    }
    assertThat(accord.keys().published()).hasSize(2);
    assertThat(accord.keys().published().getFirst().body()).isEqualTo(meridia);
  }

  @Test
  void itIsPublicOnlyWhenEachPartyHasReleasedIt() {
    var id = made();
    var ours = TestBodies.acting("a", meridia, Role.AUTHORITY);
    var theirs = TestBodies.acting("b", northera, Role.AUTHORITY);

    assertThat(accord.agreements().release(id, minister, meridia, true)).contains(false);
    assertThat(accord.agreements().release(id, ours, meridia, true)).contains(true);
    assertThat(accord.agreements().release(id, ours, northera, true)).contains(false);
    assertThat(accord.agreements().listPublic()).isEmpty();
    assertThat(accord.agreements().release(id, theirs, northera, true)).contains(true);
    assertThat(accord.agreements().listPublic()).hasSize(1);
    assertThat(accord.agreements().release(id, ours, meridia, false)).contains(true);
    assertThat(accord.agreements().findPublic(id)).isEmpty();
  }

  @Test
  void theOriginalIsAttachedAndNothingElseIsFound() {
    var id = made();
    var annex = new Proposal.Annex("signed.pdf", "ab".repeat(32), 17);
    done(accord.agreements().attachInstrument(id, mm(minister), annex, "k"));

    assertThat(accord.agreements().find(id, envoy).orElseThrow().agreement().latest().instruments())
        .containsExactly(annex);
  }

  @Test
  void historyCannotBeChanged() {
    made();
    for (var table : List.of("event", "text", "signature", "command")) {
      assertThat(refuses("delete from consultation_agreement_" + table)).isTrue();
    }
  }

  private boolean refuses(String sql) {
    try {
      store.database().sql().sql(sql).update();
      return false;
    } catch (RuntimeException e) {
      return true;
    }
  }
}
