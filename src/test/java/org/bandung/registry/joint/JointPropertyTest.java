package org.bandung.registry.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.registry.counted.Contributions;
import org.bandung.registry.joint.Contribution.Visibility;
import org.bandung.registry.joint.Joint.Stated;
import org.bandung.registry.joint.JointEvent.Part;
import org.bandung.registry.joint.JointEvent.Recorded;
import org.bandung.registry.joint.JointOutcome.Done;
import org.bandung.registry.said.Content;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random deeds of three parties in a random order keep the invariants of the package.
class JointPropertyTest {

  private static final List<String> PARTIES = List.of("QMM", "QNN", "QOO");
  private static final int DEEDS = 120;

  static java.util.stream.LongStream seeds() {
    return java.util.stream.LongStream.range(0, 60);
  }

  /// One party tries one deed.
  private record Try(String party, Deed deed) {}

  @ParameterizedTest
  @MethodSource("seeds")
  void everyInterleavingKeepsTheInvariants(long seed) {
    var random = new Random(seed);
    var done = (Done) JointRules.begin("j", JointSamples.beginning(), JointSamples.acting("QMM"));
    var events = new ArrayList<Recorded>(done.events());
    var j = done.after();
    for (int n = 0; n < DEEDS; n++) {
      var tried = random(random, j);
      var outcome = JointRules.decide(j, tried.deed(), JointSamples.acting(tried.party()));
      if (outcome instanceof Done then) {
        events.addAll(then.events());
        keepsOthersWords(j, then.after(), tried);
        keepsReplies(j, then.after(), tried);
        j = then.after();
        assertThat(JointHistory.fold(events)).isEqualTo(j);
        publishesOnlyWhatIsReleased(events, j, tried);
      }
    }
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i).sequence()).isEqualTo(i + 1);
      assertThat(JointCodec.event(JointCodec.json(events.get(i).event())))
          .isEqualTo(events.get(i).event());
    }
  }

  /// 1: what a party states or tells is changed by that party alone.
  private static void keepsOthersWords(Joint before, Joint after, Try tried) {
    for (var party : PARTIES) {
      if (!party.equals(tried.party())) {
        assertThat(claims(after, party)).isEqualTo(claims(before, party));
        assertThat(after.told().get(party)).isEqualTo(before.told().get(party));
        assertThat(after.releases().own().get(party)).isEqualTo(before.releases().own().get(party));
        assertThat(after.releases().joint().get(party))
            .isEqualTo(before.releases().joint().get(party));
      }
    }
  }

  private static Map<String, Contribution> claims(Joint j, String party) {
    var claims = new HashMap<String, Contribution>();
    j.stated().values().stream()
        .filter(s -> s.by().equals(party))
        .forEach(s -> claims.put(s.id(), s.said()));
    return claims;
  }

  /// 2: a changed claim has no reply but that of the one whose figure was taken over; a reply that
  /// stays is as its party gave it.
  private static void keepsReplies(Joint before, Joint after, Try tried) {
    for (Stated now : after.stated().values()) {
      var then = before.stated().get(now.id());
      if (then == null) {
        assertThat(now.answers()).isEmpty();
      } else if (!then.said().sameClaim(now.said())) {
        assertThat(now.version()).isEqualTo(then.version() + 1);
        var left =
            tried.deed() instanceof Deed.AcceptFigure(var id, int version, var counterpart)
                ? Set.of(counterpart)
                : Set.<String>of();
        assertThat(now.answers().keySet()).isEqualTo(left);
      } else {
        now.answers()
            .forEach((party, answer) -> {
              if (!party.equals(tried.party()) && !(tried.deed() instanceof Deed.AcceptFigure)) {
                assertThat(answer).isEqualTo(then.answers().get(party));
              }
            });
      }
    }
  }

  /// 4: nothing public before all released; nobody's own words unless it released them; nothing but
  /// what is marked public.
  private static void publishesOnlyWhatIsReleased(List<Recorded> events, Joint j, Try tried) {
    var contents = Publication.of(events, JointSamples.ALL, JointSamples.KNOWN);
    boolean all =
        PARTIES.stream().allMatch(p -> j.releases().joint().containsKey(p))
            && PARTIES.stream()
                .map(p -> j.releases().joint().get(p))
                .reduce((a, b) -> {
                  var both = new java.util.HashSet<>(a);
                  both.retainAll(b);
                  return both;
                })
                .filter(s -> !s.isEmpty())
                .isPresent();
    assertThat(contents.keySet()).isEqualTo(all ? JointSamples.ALL : Set.of());
    contents.forEach((party, content) -> {
      var released = j.releases().own().get(party);
      if (released == null) {
        assertThat(content.contributions()).isEmpty();
        assertThat(content.results()).isEmpty();
      } else {
        var then = JointHistory.fold(events.subList(0, Math.toIntExact(released)));
        content.contributions().stream()
            .filter(c -> !replies(c))
            .forEach(c -> ownAndPublic(then, party, c));
        content.contributions().stream()
            .filter(JointPropertyTest::replies)
            .forEach(c -> reply(events, j, party, c));
      }
    });
  }

  private static void ownAndPublic(Joint then, String party, Content.Contribution c) {
    var stated = java.util.Objects.requireNonNull(then.stated().get(String.valueOf(c.reference())));
    assertThat(stated.by()).isEqualTo(party);
    assertThat(stated.said().visibility()).isEqualTo(Visibility.PUBLIC);
  }

  /// A reply reveals nothing that its contribution's own party has not released.
  private static void reply(List<Recorded> events, Joint j, String party, Content.Contribution c) {
    var shown =
        j.releases().own().entrySet().stream()
            .filter(e -> !e.getKey().equals(party))
            .map(e ->
                JointHistory.fold(events.subList(0, Math.toIntExact(e.getValue())))
                    .stated()
                    .get(String.valueOf(c.reference())))
            .filter(java.util.Objects::nonNull)
            .anyMatch(s -> s.said().visibility() == Visibility.PUBLIC);
    assertThat(shown).isTrue();
  }

  private static Try random(Random random, Joint j) {
    var party = PARTIES.get(random.nextInt(PARTIES.size()));
    var ids = List.of("c1", "c2", "c3", "c4");
    var id = ids.get(random.nextInt(ids.size()));
    var stated = j.stated().get(id);
    int version = stated == null ? 0 : stated.version();
    var deed =
        switch (random.nextInt(16)) {
          case 0, 1, 2 -> new Deed.State(id, version, claim(random, party));
          case 3 -> new Deed.Unsay(id, version, "no");
          case 4, 5 -> new Deed.Answer(id, version, new Reply.Confirms());
          case 6 ->
              new Deed.Answer(
                  id,
                  version,
                  new Reply.Disputes(JointSamples.usd("" + random.nextInt(5)), "other"));
          case 7 -> new Deed.AcceptFigure(id, version, PARTIES.get(random.nextInt(PARTIES.size())));
          case 8 ->
              new Deed.Tell(
                  new Telling(
                      JointSamples.en("told " + random.nextInt(3)),
                      LocalizedText.EMPTY,
                      LocalizedText.EMPTY,
                      LocalizedText.EMPTY,
                      List.of(),
                      random.nextBoolean() ? Visibility.PUBLIC : Visibility.PARTIES));
          case 9 ->
              new Deed.ProposePlan(
                  j.jointVersion(),
                  JointSamples.plan("m" + random.nextInt(3)),
                  LocalizedText.EMPTY);
          case 10 -> new Deed.ConsentPlan(j.changes().size());
          case 11 ->
              new Deed.WriteReport(
                  0,
                  0,
                  new Report(Period.UNKNOWN, JointSamples.en("r"), List.of(), LocalizedText.EMPTY));
          case 12 -> new Deed.SignReport(1, 1);
          case 13 -> random.nextInt(4) == 0 ? new Deed.Suspend("floods") : new Deed.Resume();
          case 14 ->
              random.nextInt(4) > 0
                  ? new Deed.Release(Part.JOINT, j.jointVersion())
                  : new Deed.TakeBack(random.nextBoolean() ? Part.JOINT : Part.OWN);
          default -> new Deed.Release(Part.OWN, j.sequence());
        };
    return new Try(party, deed);
  }

  private static Contribution claim(Random random, String party) {
    var other = PARTIES.get((PARTIES.indexOf(party) + 1 + random.nextInt(2)) % 3);
    var visibility = random.nextBoolean() ? Visibility.PUBLIC : Visibility.PARTIES;
    var figure = JointSamples.usd("" + random.nextInt(5));
    return switch (random.nextInt(3)) {
      case 0 -> JointSamples.gives(other, party, figure, visibility);
      case 1 -> JointSamples.gives(party, Contribution.EVERYBODY, figure, visibility);
      default -> JointSamples.gives(party, other, figure, visibility);
    };
  }

  /// Whether it is a word on another's contribution.
  private static boolean replies(Content.Contribution said) {
    return said.classifications().stream().anyMatch(c -> c.scheme().equals(Contributions.REPLY));
  }
}
