package org.bandung.web.frame;

import java.util.List;
import org.bandung.access.Account;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Reader;
import org.jspecify.annotations.Nullable;

/// One reader on one page: who asks, in which words, at which address.
///
/// @param query the address' query without the language
/// @param account who is signed in, if anybody is
public record Visit(
    Reader reader,
    Words words,
    String path,
    String query,
    Assets assets,
    @Nullable Account account) {

  /// Who is signed in; the door has seen to it that somebody is, but an account may just be closed.
  public Account requireAccount() {
    if (account == null) {
      throw new Refusal.NotFound();
    }
    return account;
  }

  /// A language the reader can switch to, staying on the page.
  public record Switch(String language, String name, String dir, String href, boolean current) {}

  public List<Switch> languages() {
    return Messages.LANGUAGES.stream().map(this::to).toList();
  }

  private Switch to(String language) {
    var href = "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + language;
    return new Switch(
        language, endonym(language), Words.dir(language), href, language.equals(words.language()));
  }

  /// Each language's own name for itself; the same on every page.
  private static String endonym(String language) {
    return switch (language) {
      case "fr" -> "Français";
      case "es" -> "Español";
      case "pt" -> "Português";
      case "ar" -> "العربية";
      case "zh" -> "中文";
      case "ru" -> "Русский";
      default -> "English";
    };
  }

  public String languageName() {
    return endonym(words.language());
  }

  public String asset(String name) {
    return assets.address(name);
  }

  /// Whether the page lies under this address, for the mark in the navigation.
  public boolean under(String section) {
    return path.equals(section) || path.startsWith(section + "/");
  }
}
