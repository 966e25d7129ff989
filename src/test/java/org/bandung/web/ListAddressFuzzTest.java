package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.bandung.web.frame.Refusal;

/// Any text as the query of a list's page: refused by name, or an address that means the same when
/// it is read again.
class ListAddressFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void readsAnything(byte[] bytes) {
    ListAddress address;
    try {
      address = ListAddress.read(parameters(new String(bytes, StandardCharsets.UTF_8)));
    } catch (Refusal.BadParameter e) {
      assertThat(e.parameter()).isNotEmpty();
      return;
    }
    assertThat(address.filter()).isNotNull();
    var written = address.under("/initiatives");
    assertThat(written).matches("/initiatives(\\?[A-Za-z0-9%&=._*~-]*)?");
    var query = written.contains("?") ? written.substring(written.indexOf('?') + 1) : "";
    var again = ListAddress.read(parameters(decoded(query)));
    assertThat(again.filter()).isEqualTo(address.filter());
    assertThat(again.under("/initiatives")).isEqualTo(written);
  }

  private static String decoded(String query) {
    return URLDecoder.decode(
        query.replace("%26", "\u0001").replace("%3D", "\u0002"), StandardCharsets.UTF_8);
  }

  /// Pairs between `&`; a decoded ampersand or sign of equality is marked.
  private static Map<String, String[]> parameters(String query) {
    var parameters = new LinkedHashMap<String, String[]>();
    for (var pair : query.split("&", -1)) {
      int sign = pair.indexOf('=');
      var name = sign < 0 ? pair : pair.substring(0, sign);
      var value = sign < 0 ? "" : pair.substring(sign + 1);
      var plain = value.replace('\u0001', '&').replace('\u0002', '=');
      parameters.merge(
          name,
          new String[] {plain},
          (a, b) -> Stream.concat(Stream.of(a), Stream.of(b)).toArray(String[]::new));
    }
    return parameters;
  }
}
