package org.bandung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bandung.exchange.ImportProgress.Step;
import org.bandung.exchange.ImportSummary;
import org.bandung.kernel.Note;
import org.junit.jupiter.api.Test;

class ImportVoiceTest {

  private static final ImportSummary.File WELLS =
      new ImportSummary.File("wells.xml", 10, 6, 1, 2, 1, 4, 0.25);

  private final CliDoor door = new CliDoor();

  private static ImportSummary summary(ImportSummary.File... files) {
    return new ImportSummary(List.of(files), List.of(), 0, false, false, 0.5);
  }

  @Test
  void tellsEachFileAsOneJsonObjectWithExactlyItsKeys() {
    var voice = new ImportVoice(door.talk("en", false), true);

    voice.fileDone(WELLS);
    voice.finished(summary(WELLS));

    assertThat(door.ended(0).out())
        .isEqualTo(
            """
            {"file":"wells.xml","read":10,"created":6,"updated":1,"unchanged":2,"refused":1,\
            "noted":4,"seconds":0.25}
            """);
  }

  @Test
  void tellsProgressWithRateAndRemainingTimeOnStandardError() {
    var voice = new ImportVoice(door.talk("en", false), false);

    voice.at(new Step("wells.xml", 10, 100, 50, 1));
    voice.at(new Step("wells.xml", 50, 100, 500, 10));

    assertThat(door.ended(0))
        .isEqualTo(new CliDoor.Ended(0, "", "500 records, 50 a second, 50%, 0:10 left\n"));
  }

  @Test
  void sumsUpSeveralFiles() {
    var voice = new ImportVoice(door.talk("en", false), false);

    voice.finished(summary(WELLS, WELLS));

    assertThat(door.ended(0).out())
        .isEqualTo(
            """
            file\tread\tcreated\tupdated\tunchanged\trefused\tnoted\tseconds
            wells.xml\t10\t6\t1\t2\t1\t4\t0.3
            wells.xml\t10\t6\t1\t2\t1\t4\t0.3
            total\t20\t12\t2\t4\t2\t8\t0.5
            """);
  }

  @Test
  void tellsTheFirstRefusalsAndHowManyMore() {
    var voice = new ImportVoice(door.talk("en", false), true);
    var why = new Note(7, "", Note.Severity.REFUSED, "bandung.no-identifier", "", List.of());

    for (int i = 0; i < 12; i++) {
      voice.refused("wells.xml", why);
    }
    voice.finished(summary(WELLS));

    assertThat(door.ended(0).err().lines())
        .hasSize(11)
        .startsWith("wells.xml, line 7: The record has no identifier.")
        .last()
        .asString()
        .startsWith("2 more refused records");
  }
}
