package org.bandung.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RememberedPagesTest {

  private String state = "1";
  private int made;
  private int status = 200;
  private final RememberedPages pages = new RememberedPages(() -> state);

  private MockHttpServletResponse ask(String address, String... headers) throws Exception {
    var parts = address.split("\\?", 2);
    var request = new MockHttpServletRequest("GET", parts[0]);
    request.setServletPath(parts[0]);
    if (parts.length > 1) {
      request.setQueryString(parts[1]);
      request.setParameters(java.util.Map.of(parts[1].split("=")[0], parts[1].split("=")[1]));
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.addHeader(headers[i], headers[i + 1]);
    }
    var response = new MockHttpServletResponse();
    FilterChain chain =
        (asked, answer) -> {
          made++;
          var http = (HttpServletResponse) answer;
          http.setStatus(status);
          http.setContentType("text/html;charset=UTF-8");
          http.setHeader("Set-Cookie", "lang=" + ((MockHttpServletRequest) asked).getQueryString());
          http.getOutputStream().write(("page " + made).getBytes(StandardCharsets.UTF_8));
        };
    pages.doFilter(request, response, chain);
    return response;
  }

  @Test
  void makesAPageOnceUntilTheFactsMove() throws Exception {
    assertThat(ask("/countries").getContentAsString()).isEqualTo("page 1");
    assertThat(ask("/countries").getContentAsString()).isEqualTo("page 1");
    state = "2";
    assertThat(ask("/countries").getContentAsString()).isEqualTo("page 2");
  }

  @Test
  void keepsLanguagesAndAddressesApart() throws Exception {
    ask("/countries", "Accept-Language", "fr");
    assertThat(ask("/countries", "Accept-Language", "ar").getContentAsString()).isEqualTo("page 2");
    assertThat(ask("/groupings", "Accept-Language", "fr").getContentAsString()).isEqualTo("page 3");
    assertThat(ask("/countries", "Accept-Language", "fr").getContentAsString()).isEqualTo("page 1");
    var chosen = ask("/countries?lang=fr");
    assertThat(ask("/countries?lang=fr").getHeader("Set-Cookie"))
        .isEqualTo(chosen.getHeader("Set-Cookie"));
  }

  @Test
  void tellsABrowserThatItsPageIsStillTheSame() throws Exception {
    ask("/about");
    var tag = Objects.requireNonNull(ask("/about").getHeader("ETag"));
    var again = ask("/about", "If-None-Match", "\"other\", " + tag);

    assertThat(again.getStatus()).isEqualTo(304);
    assertThat(again.getContentAsByteArray()).isEmpty();
    state = "2";
    assertThat(ask("/about", "If-None-Match", tag).getStatus()).isEqualTo(200);
  }

  @Test
  void sendsItPackedToWhoCanUnpack() throws Exception {
    ask("/about");
    var packed = ask("/about", "Accept-Encoding", "br, gzip");

    assertThat(packed.getHeader("Content-Encoding")).isEqualTo("gzip");
    try (var plain =
        new GZIPInputStream(new ByteArrayInputStream(packed.getContentAsByteArray()))) {
      assertThat(plain.readAllBytes()).asString().isEqualTo("page 1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sources", "/propose", "/api/v1/initiatives", "/initiatives.csv"})
  void neverRemembersWhatMovesWithoutTheFactsOrIsNoPage(String address) throws Exception {
    ask(address);
    assertThat(ask(address).getContentAsString()).isEqualTo("page 2");
  }

  @Test
  void neverRemembersARefusal() throws Exception {
    status = 404;
    ask("/countries/none");
    assertThat(ask("/countries/none").getContentAsString()).isEqualTo("page 2");
    assertThat(ask("/countries/none").getHeader("ETag")).isNull();
  }
}
