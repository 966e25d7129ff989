package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// No page is left out where every kind of page is tested; those of somebody's own are walked
/// through in `SignInJourneyTest`.
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PageKindsTest {

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void everyPageOfOursIsAmongThem() {
    var patterns =
        mappings.getHandlerMethods().entrySet().stream()
            .filter(e -> e.getValue().getBeanType().getPackageName().startsWith("org.bandung.web"))
            .filter(e -> reads(e.getKey()))
            .flatMap(e ->
                Objects.requireNonNull(e.getKey().getPathPatternsCondition())
                    .getPatterns()
                    .stream())
            .filter(p ->
                !p.getPatternString()
                    .matches("/desk.*|.*(\\.[a-z]{3,6}|/assets/.*|/pictures/.*|/error)"))
            .toList();

    assertThat(patterns).hasSizeGreaterThan(12);
    assertThat(patterns)
        .allSatisfy(pattern -> assertThat(PageKinds.ALL).anyMatch(address -> is(pattern, address)));
  }

  private static boolean reads(RequestMappingInfo mapping) {
    var methods = mapping.getMethodsCondition().getMethods();
    return methods.isEmpty() || methods.contains(RequestMethod.GET);
  }

  private static boolean is(PathPattern pattern, String address) {
    return pattern.matches(PathContainer.parsePath(address.replaceAll("\\?.*", "")));
  }
}
