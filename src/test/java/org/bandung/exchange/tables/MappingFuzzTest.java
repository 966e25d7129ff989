package org.bandung.exchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bandung.kernel.Messages;

/// Any bytes as a mapping; one that is understood must be able to read a table.
class MappingFuzzTest {

  private static final Messages WORDS = Messages.of("exchange");
  private static final byte[] TABLE =
      "id,title,country,amount\nM-1,Seeds,QM;QN,12\n".getBytes(StandardCharsets.UTF_8);

  @FuzzTest(maxDuration = "10m")
  void readsAnything(byte[] bytes) throws IOException {
    switch (MappingReader.read("fuzz", new ByteArrayInputStream(bytes))) {
      case MappingReader.Reading.Read(var mapping) -> {
        assertThat(mapping.identity()).isNotEmpty();
        assertThat(MappingReader.read("fuzz", new ByteArrayInputStream(bytes)))
            .isEqualTo(new MappingReader.Reading.Read(mapping));
        try {
          var table = new MappedTable(mapping, TableOracle.GROUND, TableOracle.NARROW);
          table.read(new ByteArrayInputStream(TABLE), TableOracle::item);
        } catch (org.bandung.exchange.files.UnreadableInput e) {
          TableOracle.known(e.code());
        }
      }
      case MappingReader.Reading.Faulty(var faults) -> {
        assertThat(faults.size()).isBetween(1, 20);
        for (var fault : faults) {
          assertThat(WORDS.has("fault." + fault.code())).as(fault.code()).isTrue();
          var told = WORDS.text("en", "fault." + fault.code(), fault.arguments().toArray());
          assertThat(told.length()).isLessThan(2_000);
        }
      }
    }
  }
}
