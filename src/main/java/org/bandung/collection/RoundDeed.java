package org.bandung.collection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bandung.access.Body;
import org.bandung.access.Permission;
import org.jspecify.annotations.Nullable;

/// What somebody wants to do in a round: the authority (`OfOwner`) or an institution (`OfAsked`).
public sealed interface RoundDeed {

  /// The word of the deed, in logs and addresses.
  String word();

  /// What is needed for it, in the very body that does it.
  Permission needs();

  /// A deed of the body that asks.
  sealed interface OfOwner extends RoundDeed {
    @Override
    default Permission needs() {
      return this instanceof SignOff ? Permission.SIGN : Permission.RELEASE;
    }
  }

  /// A deed of an institution that is asked.
  sealed interface OfAsked extends RoundDeed {
    @Override
    default Permission needs() {
      return this instanceof See ? Permission.READ_PRIVATE : Permission.WRITE_ENTRY;
    }

    /// What is needed for it in a body of this kind. What an authority hands in, another body can
    /// publish: for a country that is a release.
    default Permission needs(Body.Kind asked) {
      boolean handsIn = this instanceof Submit || this instanceof NothingToReport;
      return handsIn && asked == Body.Kind.AUTHORITY ? Permission.RELEASE : needs();
    }
  }

  record Invite(
      String institution,
      String name,
      @Nullable String email,
      String language,
      List<RoundItem> items)
      implements OfOwner {
    @Override
    public String word() {
      return "invite";
    }
  }

  record ListAnew(String institution, List<RoundItem> items) implements OfOwner {
    @Override
    public String word() {
      return "list-anew";
    }
  }

  record Remind(String institution, @Nullable Integer occasion) implements OfOwner {
    @Override
    public String word() {
      return "remind";
    }
  }

  record SendBack(String institution, String reason) implements OfOwner {
    @Override
    public String word() {
      return "send-back";
    }
  }

  record Accept(String institution) implements OfOwner {
    @Override
    public String word() {
      return "accept";
    }
  }

  record MoveDue(LocalDate due) implements OfOwner {
    @Override
    public String word() {
      return "move-due";
    }
  }

  /// @param name of the person who signs
  record SignOff(String name) implements OfOwner {
    @Override
    public String word() {
      return "sign-off";
    }
  }

  record Freeze(String number, String hash, String reason) implements OfOwner {
    @Override
    public String word() {
      return "freeze";
    }
  }

  record Release(String number, Map<String, String> initiatives) implements OfOwner {
    @Override
    public String word() {
      return "release";
    }
  }

  record Amend(String reason) implements OfOwner {
    @Override
    public String word() {
      return "amend";
    }
  }

  record See() implements OfAsked {
    @Override
    public String word() {
      return "see";
    }
  }

  record Confirm(List<RoundItem> items) implements OfAsked {
    @Override
    public String word() {
      return "confirm";
    }
  }

  record Correct(RoundItem item, Correction correction) implements OfAsked {
    @Override
    public String word() {
      return "correct";
    }
  }

  record Refuse(RoundItem item, String reason) implements OfAsked {
    @Override
    public String word() {
      return "refuse";
    }
  }

  record Reconsider(List<String> items) implements OfAsked {
    @Override
    public String word() {
      return "reconsider";
    }
  }

  record Add(List<Addition> additions) implements OfAsked {
    @Override
    public String word() {
      return "add";
    }
  }

  record TakeBack(String addition) implements OfAsked {
    @Override
    public String word() {
      return "take-back";
    }
  }

  record NothingToReport() implements OfAsked {
    @Override
    public String word() {
      return "nothing";
    }
  }

  record Submit() implements OfAsked {
    @Override
    public String word() {
      return "submit";
    }
  }
}
