package org.bandung.funds.ledger;

import java.util.Comparator;
import java.util.Currency;

/// What an account is: of which book, of which kind, in which currency, and for which window,
/// contributor, proposal and partner; each of the four may be empty.
public record AccountName(String book, String kind, Currency currency, Scope scope)
    implements Comparable<AccountName> {

  private static final Comparator<AccountName> ORDER =
      Comparator.comparing(AccountName::book)
          .thenComparing(AccountName::kind)
          .thenComparing(n -> n.currency().getCurrencyCode())
          .thenComparing(n -> n.scope().window())
          .thenComparing(n -> n.scope().contributor())
          .thenComparing(n -> n.scope().proposal())
          .thenComparing(n -> n.scope().partner());

  public AccountName {
    LedgerText.book(book);
    if (Chart.find(kind).isEmpty()) {
      throw new IllegalArgumentException("no kind of account: \"" + kind + "\"");
    }
  }

  /// What an account is kept for; empty where it is kept for none in particular.
  public record Scope(String window, String contributor, String proposal, String partner) {

    static final Scope WHOLE = new Scope("", "", "", "");

    public Scope {
      LedgerText.scope(window);
      LedgerText.scope(contributor);
      LedgerText.scope(proposal);
      LedgerText.scope(partner);
    }

    @Override
    public String toString() {
      return told("window", window)
          + told("contributor", contributor)
          + told("proposal", proposal)
          + told("partner", partner);
    }

    private static String told(String name, String value) {
      return value.isEmpty() ? "" : " " + name + "=" + value;
    }
  }

  /// The account of a book's whole.
  ///
  /// @param currency code of ISO 4217
  public static AccountName of(String book, String kind, String currency) {
    return new AccountName(book, kind, Currency.getInstance(currency), Scope.WHOLE);
  }

  public AccountName ofWindow(String window) {
    return with(new Scope(window, scope.contributor, scope.proposal, scope.partner));
  }

  public AccountName ofContributor(String contributor) {
    return with(new Scope(scope.window, contributor, scope.proposal, scope.partner));
  }

  public AccountName ofProposal(String proposal) {
    return with(new Scope(scope.window, scope.contributor, proposal, scope.partner));
  }

  public AccountName ofPartner(String partner) {
    return with(new Scope(scope.window, scope.contributor, scope.proposal, partner));
  }

  private AccountName with(Scope other) {
    return new AccountName(book, kind, currency, other);
  }

  @Override
  public int compareTo(AccountName other) {
    return ORDER.compare(this, other);
  }

  /// Such as `cash USD window=health`.
  @Override
  public String toString() {
    return kind + " " + currency.getCurrencyCode() + scope;
  }
}
