package org.bandung.web.frame;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses a query that the server cannot decode (`?words=%`) before a page asks for its parts.
final class UnreadableQueries implements HandlerInterceptor {

  private static final String UNREADABLE = UnreadableQueries.class.getName() + ".unreadable";

  /// A form that is sent may fail for other reasons, its size above all; its page tells them.
  private static final Set<String> READING = Set.of("GET", "HEAD");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() != DispatcherType.ERROR
        && READING.contains(request.getMethod())
        && !readable(request)) {
      throw new Refusal.BadParameter("");
    }
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      refuseZeros(request);
    }
    return true;
  }

  /// No text holds the character zero, and the database takes none.
  private static void refuseZeros(HttpServletRequest request) {
    Map<String, String[]> said;
    try {
      said = request.getParameterMap();
    } catch (IllegalStateException | MultipartException e) {
      return; // whoever reads the form tells what is wrong with it
    }
    said.forEach((name, values) -> {
      if (name.indexOf('\0') >= 0 || Arrays.stream(values).anyMatch(v -> v.indexOf('\0') >= 0)) {
        throw new Refusal.BadParameter("");
      }
    });
  }

  /// The server says it only the first time it is asked, so the answer is kept with the request.
  static boolean readable(HttpServletRequest request) {
    if (request.getAttribute(UNREADABLE) != null) {
      return false;
    }
    try {
      // Any one will do; asking for all would also open what a form sends along.
      request.getParameter("");
      return true;
    } catch (IllegalStateException e) {
      // what the servlet specification throws for parameters that cannot be decoded
      request.setAttribute(UNREADABLE, true);
      return false;
    }
  }
}
