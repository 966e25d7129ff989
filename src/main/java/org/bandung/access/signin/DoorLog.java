package org.bandung.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// What happens at the doors, for whoever runs this node: each coming in, each going out and each
/// refusal, one line of words that a program can read. Never a secret and no address of a person:
/// an account is told by its id.
@Component
public final class DoorLog {

  /// The name of the log: `bandung.doors`.
  public static final String NAME = "bandung.doors";

  /// Attribute of a request: the address it truly came from.
  public static final String CALLER = DoorLog.class.getName() + ".caller";

  private static final Logger LOG = LoggerFactory.getLogger(NAME);
  private static final int LONGEST = 200;

  /// Notes what happened to the request at hand.
  ///
  /// @param event a word such as `sign-in-refused`
  /// @param what by which way in, or what was asked for
  /// @param account none if it is not known
  public void note(String event, String what, @Nullable String account) {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now) {
      note(now.getRequest(), event, what, account);
    }
  }

  /// The same of a request that nobody else knows of yet.
  public void note(
      HttpServletRequest request, String event, String what, @Nullable String account) {
    var caller = request.getAttribute(CALLER);
    LOG.info(
        "event={} what={} account={} from={}",
        word(event),
        word(unopened(what)),
        word(account == null ? "" : account),
        word(String.valueOf(caller == null ? request.getRemoteAddr() : caller)));
  }

  /// A path without the word of a link that may still open a door.
  private static String unopened(String path) {
    return path.replaceFirst("/(invitation|recovery)/.*", "/$1/…");
  }

  /// One word, whatever a caller wrote: nobody forges a line.
  private static String word(String text) {
    var word = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return word.isEmpty() ? "-" : word.replaceAll("[^\\p{Graph}…]|[=\"]", "?");
  }
}
