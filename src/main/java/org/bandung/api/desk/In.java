package org.bandung.api.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bandung.access.ApiTokens;

/// The area of scopes that the routes of a class lie in.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface In {
  ApiTokens.Area value();
}
