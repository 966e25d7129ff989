package org.bandung.api.desk;

import java.lang.reflect.Method;
import java.util.Objects;
import org.bandung.access.ApiTokens.Area;
import org.bandung.access.ApiTokens.Verb;
import org.springframework.web.bind.annotation.GetMapping;

/// What a token must be good for to be let in at a route.
record Scope(Verb verb, Area area) {

  static Scope of(Method route) {
    var area = Objects.requireNonNull(route.getDeclaringClass().getAnnotation(In.class)).value();
    var told = Objects.requireNonNull(route.getAnnotation(Told.class));
    var reads = route.isAnnotationPresent(GetMapping.class);
    return new Scope(told.signs() ? Verb.SIGN : reads ? Verb.READ : Verb.WRITE, area);
  }

  /// As tokens and the document name it.
  String word() {
    return verb.in(area);
  }
}
