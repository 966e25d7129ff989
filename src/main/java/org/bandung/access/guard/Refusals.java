package org.bandung.access.guard;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Deeds that a service refused to somebody who may not do them. The service only leaves word with
/// the request at hand; the door writes one line of its log when the request is over.
public final class Refusals {

  private static final String ATTRIBUTE = Refusals.class.getName();

  private Refusals() {}

  /// Somebody was refused a deed.
  ///
  /// @param account who
  /// @param needed the permission, or the capacity, that she has not
  /// @param body whose thing it is
  public record Refused(String account, String needed, String body) {}

  /// Leaves word of a refusal and hands the outcome on. The first one of a request counts; where
  /// there is no request, as at the terminal, nobody is told.
  public static <T> T refused(T outcome, String account, Enum<?> needed, String body) {
    return refused(outcome, account, needed.name(), body);
  }

  /// The same where one of several would do.
  public static <T> T refused(
      T outcome, String account, Collection<? extends Enum<?>> needed, String body) {
    var words = needed.stream().map(Enum::name).sorted().collect(Collectors.joining("|"));
    return refused(outcome, account, words, body);
  }

  /// The same, with the word for what is needed.
  public static <T> T refused(T outcome, String account, String needed, String body) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null && ofThis(request) == null) {
      var word = needed.toLowerCase(Locale.ROOT).replace('_', '-');
      request.setAttribute(
          ATTRIBUTE, new Refused(account, word, body), RequestAttributes.SCOPE_REQUEST);
    }
    return outcome;
  }

  /// What was refused in the request at hand.
  public static @Nullable Refused now() {
    var request = RequestContextHolder.getRequestAttributes();
    return request == null ? null : ofThis(request);
  }

  private static @Nullable Refused ofThis(RequestAttributes request) {
    return request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Refused told
        ? told
        : null;
  }
}
