package org.bandung.api.frame;

import jakarta.servlet.http.HttpServletRequest;
import org.bandung.access.Account;
import org.bandung.access.ApiTokens;
import org.bandung.access.SignedIn;
import org.springframework.stereotype.Component;

/// Who asks for what is not public: a program with a token.
@Component
public final class Programs {

  private final SignedIn signedIn;

  Programs(SignedIn signedIn) {
    this.signedIn = signedIn;
  }

  /// The account a program acts in.
  ///
  /// @throws Unknown if it shows no token that holds
  /// @throws OutOfScope if its token is not good for this
  public Account require(HttpServletRequest request, ApiTokens.Verb verb, ApiTokens.Area area) {
    return switch (signedIn.program(request, verb, area)) {
      case SignedIn.Program.NoToken() -> throw new Unknown();
      case SignedIn.Program.LacksScope(var needed) -> throw new OutOfScope(needed);
      case SignedIn.Program.Acting(var account) -> account;
    };
  }

  /// Nobody knows who asks.
  public static final class Unknown extends RuntimeException {
    public Unknown() {
      super(null, null, false, false);
    }
  }

  /// The token is not good for what is asked.
  public static final class OutOfScope extends RuntimeException {
    private final String needed;

    OutOfScope(String needed) {
      super(null, null, false, false);
      this.needed = needed;
    }

    public String needed() {
      return needed;
    }
  }
}
