package org.bandung.exchange.tables;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/// Any bytes as a workbook: as they are, and as the text of its parts, which is packed here,
/// because no fuzzer finds its way through compression and checksums.
class WorkbookFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void readsAnything(byte[] bytes) throws IOException {
    TableOracle.check(bytes);
    TableOracle.check(Workbooks.packed(bytes));
  }
}
