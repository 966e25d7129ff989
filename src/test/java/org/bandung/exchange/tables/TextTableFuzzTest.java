package org.bandung.exchange.tables;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/// Any bytes as a table of text with delimiters.
class TextTableFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void readsAnything(byte[] bytes) throws IOException {
    TableOracle.check(bytes);
  }
}
