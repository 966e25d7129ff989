package org.bandung.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.bandung.exchange.files.RecordSlice;
import org.bandung.exchange.files.RootTag;
import org.bandung.kernel.Corpus;
import org.bandung.kernel.Note;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class IatiJudgeCorpusTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  private final IatiJudge judge =
      IatiJudge.of(new IatiSettings(Optional.of(Corpus.data("data/iati"))), CLOCK);

  @Test
  void judgesTheCorpusTheSameInEveryRunAndThread() throws IOException {
    var slices = corpus();
    var first = slices.stream().map(slice -> judge.judge(slice).notes()).toList();
    var second = slices.parallelStream().map(slice -> judge.judge(slice).notes()).toList();

    assertThat(slices).hasSize(12_154);
    assertThat(second).isEqualTo(first);
    assertThat(first.stream().filter(notes -> has(notes, "0.3.1")).count()).isEqualTo(1_853);
    assertThat(first).noneMatch(notes -> has(notes, "bandung.not-well-formed"));
    printCommonest(first);
  }

  @Test
  void givesTheKnownVerdictsOnWholeFiles() throws IOException {
    for (var line : Files.readAllLines(Corpus.data("data/iati/expected/real-files-xsd203.tsv"))) {
      var cells = line.split("\t", -1);
      if (!cells[0].endsWith(".xml") || !cells[1].equals("iati-activities")) {
        continue;
      }
      var text = Files.readString(Corpus.data("data/iati/real").resolve(cells[0]));
      boolean invalid =
          slices(text).stream().anyMatch(slice -> has(judge.judge(slice).notes(), "0.3.1"));
      assertThat(invalid).as(cells[0]).isEqualTo(cells[4].equals("INVALID"));
    }
  }

  @Test
  void callsEveryCodelistRuleByItsOfficialId() {
    assertThat(corpusOfOne("<iati-activity><sector code='QQQ'/></iati-activity>"))
        .anySatisfy(note -> {
          assertThat(note.code()).isEqualTo("9.76.1");
          assertThat(note.path()).isEqualTo("sector/@code");
          assertThat(note.severity()).isEqualTo(Note.Severity.ERROR);
        });
    assertThat(corpusOfOne("<iati-activity><recipient-country code='QQQ'/></iati-activity>"))
        .anySatisfy(note -> {
          assertThat(note.code()).isEqualTo("9.50.1");
          assertThat(note.severity()).isEqualTo(Note.Severity.WARNING);
        });
    assertThat(corpusOfOne("<iati-activity><sector vocabulary='98' code='QQQ'/></iati-activity>"))
        .noneMatch(note -> note.code().equals("9.76.1"));
  }

  private List<Note> corpusOfOne(String text) {
    return judge.judge(Records.slice(text, 1)).notes();
  }

  private static boolean has(List<Note> notes, String code) {
    return notes.stream().anyMatch(note -> note.code().equals(code));
  }

  private static void printCommonest(List<List<Note>> judged) {
    var counts = new TreeMap<String, Integer>();
    judged.forEach(notes -> notes.forEach(note -> counts.merge(note.code(), 1, Integer::sum)));
    long invalid = judged.stream().filter(notes -> has(notes, "0.3.1")).count();
    System.out.println("records: " + judged.size() + ", invalid: " + invalid);
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(20)
        .forEach(entry -> System.out.println("  " + entry.getKey() + " " + entry.getValue()));
  }

  private static List<RecordSlice> corpus() throws IOException {
    var slices = new ArrayList<RecordSlice>();
    Path archive = Corpus.data("data/iati/corpus/dportal-covid-2021-05-26.tar.xz");
    try (var tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile() && entry.getName().endsWith(".xml")) {
          slices.addAll(slices(new String(tar.readAllBytes(), StandardCharsets.UTF_8)));
        }
      }
    }
    return slices;
  }

  /// Good enough for these files; the reader has the real slicer.
  private static List<RecordSlice> slices(String text) {
    var slices = new ArrayList<RecordSlice>();
    var version =
        text.replaceFirst("(?s).*?<iati-activities[^>]*?\\bversion=[\"']([^\"']*).*", "$1");
    var root = new RootTag("iati-activities", version, Map.of(), null);
    int line = 1;
    int counted = 0;
    var end = "</iati-activity>";
    for (int at = start(text, 0); at >= 0; at = start(text, counted)) {
      line += (int) text.substring(counted, at).chars().filter(c -> c == '\n').count();
      int stop = text.indexOf(end, at) + end.length();
      slices.add(new RecordSlice(root, text.substring(at, stop), line));
      line += (int) text.substring(at, stop).chars().filter(c -> c == '\n').count();
      counted = stop;
    }
    return slices;
  }

  private static int start(String text, int from) {
    int at = text.indexOf("<iati-activity", from);
    return at >= 0 && Character.isLetter(text.charAt(at + 14)) ? start(text, at + 1) : at;
  }
}
