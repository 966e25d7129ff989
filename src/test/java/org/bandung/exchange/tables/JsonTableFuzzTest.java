package org.bandung.exchange.tables;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Any bytes behind the beginning of JSON lines or of an array.
class JsonTableFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void readsAnything(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return;
    }
    TableOracle.check(bytes);
    var framed = new ByteArrayOutputStream();
    framed.writeBytes(
        (bytes[0] == '[' ? "[{" : "{\"id\":1}\n").getBytes(StandardCharsets.US_ASCII));
    framed.writeBytes(bytes);
    TableOracle.check(framed.toByteArray());
  }
}
