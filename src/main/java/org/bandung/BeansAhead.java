package org.bandung;

import org.springframework.boot.WebApplicationType;

/// What the build runs to write the bean definitions down as code, so that a start need not search
/// for them: a third of its time. Used only with `spring.aot.enabled`, as the launcher sets it.
final class BeansAhead {

  private BeansAhead() {}

  public static void main(String[] arguments) {
    Bandung.application(WebApplicationType.SERVLET).run(arguments);
  }
}
