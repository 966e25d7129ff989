package org.bandung.api.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A record that is read from the body of a request.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface Sent {

  /// Whether files come inside it, so that it may be larger.
  boolean files() default false;
}
