package org.bandung.api.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;

/// What the OpenAPI document tells of a route beyond its signature.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Told {

  /// Its name in the document; the message `route.<word>` says what it does.
  String value();

  /// The record it answers with.
  Class<?> answer() default Map.class;

  /// Whether it answers with a list of these.
  boolean list() default false;

  /// The status of a good answer.
  int status() default 200;

  /// Whether it puts the name of the body under something, which needs the scope to sign.
  boolean signs() default false;
}
