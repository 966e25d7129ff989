package org.bandung.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Audit.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditChainTest {

  private static List<AuditLine> chain(int length) {
    var lines = new ArrayList<AuditLine>();
    @Nullable AuditLine last = null;
    for (int i = 0; i < length; i++) {
      var deed = new Audit.Deed("a" + i, i % 2 == 0 ? null : "b", "did", "x", Map.of("n", "" + i));
      last = AuditChain.next(last, Instant.ofEpochSecond(i), deed);
      lines.add(last);
    }
    return lines;
  }

  private static Verdict verdict(List<AuditLine> lines, Optional<String> kept) {
    var check = new AuditChain.Check(kept);
    lines.forEach(check::take);
    return check.verdict();
  }

  @Test
  void anUntouchedLogIsIntact() {
    var lines = chain(20);
    assertThat(verdict(lines, Optional.empty()))
        .isEqualTo(new Verdict.Intact(20, lines.getLast().hash()));
    assertThat(verdict(List.of(), Optional.empty()))
        .isEqualTo(new Verdict.Intact(0, AuditChain.BEGINNING));
  }

  @Test
  void everyAlteredFieldIsFound() {
    for (int i = 0; i < 10; i++) {
      var line = chain(10).get(i);
      var deed = line.deed();
      var altered =
          List.of(
              new Audit.Deed("other", deed.body(), deed.action(), deed.object(), deed.detail()),
              new Audit.Deed(deed.account(), "other", deed.action(), deed.object(), deed.detail()),
              new Audit.Deed(deed.account(), deed.body(), "other", deed.object(), deed.detail()),
              new Audit.Deed(deed.account(), deed.body(), deed.action(), "other", deed.detail()),
              new Audit.Deed(deed.account(), deed.body(), deed.action(), deed.object(), Map.of()));
      for (var other : altered) {
        var lines = chain(10);
        lines.set(i, new AuditLine(line.number(), line.at(), other, line.previous(), line.hash()));
        assertThat(verdict(lines, Optional.empty())).isEqualTo(new Verdict.Broken(i + 1));
      }
      var lines = chain(10);
      lines.set(
          i,
          new AuditLine(
              line.number(), line.at().plusSeconds(1), deed, line.previous(), line.hash()));
      assertThat(verdict(lines, Optional.empty())).isEqualTo(new Verdict.Broken(i + 1));
    }
  }

  /// Who alters a line and all hashes after it still cannot make the head that was kept.
  @Test
  void aLogWrittenAnewIsFoundByTheHeadThatWasKept() {
    var head = chain(10).getLast().hash();
    var anew = new ArrayList<AuditLine>();
    @Nullable AuditLine last = null;
    for (var line : chain(10)) {
      var deed =
          line.number() == 4 ? new Audit.Deed("other", null, "did", "x", Map.of()) : line.deed();
      last = AuditChain.next(last, line.at(), deed);
      anew.add(last);
    }
    assertThat(verdict(anew, Optional.empty())).isInstanceOf(Verdict.Intact.class);
    assertThat(verdict(anew, Optional.of(head))).isEqualTo(new Verdict.Shortened(10, head));
  }

  @Test
  void everyRemovedLineIsFound() {
    for (int i = 0; i < 9; i++) {
      var lines = chain(10);
      lines.remove(i);
      assertThat(verdict(lines, Optional.empty())).isEqualTo(new Verdict.Broken(i + 1));
    }
    var cut = chain(10).subList(0, 9);
    var head = chain(10).getLast().hash();
    assertThat(verdict(cut, Optional.empty())).isInstanceOf(Verdict.Intact.class);
    assertThat(verdict(cut, Optional.of(head))).isEqualTo(new Verdict.Shortened(9, head));
  }

  @Test
  void everySwapOfNeighboursIsFound() {
    for (int i = 0; i < 9; i++) {
      var lines = chain(10);
      Collections.swap(lines, i, i + 1);
      assertThat(verdict(lines, Optional.empty())).isEqualTo(new Verdict.Broken(i + 1));
    }
  }

  @Test
  void textsThatAreSplitOtherwiseAreOtherTexts() {
    var now = Instant.ofEpochSecond(1);
    assertThat(AuditChain.hash(1, now, deed("ab", "c"), "x"))
        .isNotEqualTo(AuditChain.hash(1, now, deed("a", "bc"), "x"));
    assertThat(AuditChain.hash(1, now, deed("a", ""), "x"))
        .isNotEqualTo(AuditChain.hash(1, now, deed("a", null), "x"));
  }

  private static Audit.Deed deed(String account, @Nullable String body) {
    return new Audit.Deed(account, body, "did", "x", Map.of());
  }
}
