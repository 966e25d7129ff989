package org.bandung.funds.netting;

import java.time.LocalDate;
import java.util.List;
import org.bandung.access.Permission;

/// What somebody wants to do in a round: for the body that opened it (`OfOwner`) or for a
/// participant (`OfParticipant`).
public sealed interface NettingDeed {

  /// The word of the deed, in logs and addresses.
  String word();

  /// What is needed for it, in the very body for which it is done.
  Permission needs();

  /// A deed of the body that opened the round.
  sealed interface OfOwner extends NettingDeed {}

  /// A deed of a participant.
  sealed interface OfParticipant extends NettingDeed {}

  /// Calculates.
  record Calculate() implements OfOwner {
    @Override
    public String word() {
      return "calculate";
    }

    @Override
    public Permission needs() {
      return Permission.NEGOTIATE;
    }
  }

  /// Lets obligations be entered and answered again.
  record Reopen(String reason) implements OfOwner {
    @Override
    public String word() {
      return "reopen";
    }

    @Override
    public Permission needs() {
      return Permission.NEGOTIATE;
    }
  }

  /// Posts the settlement that all accepted.
  record Settle(int version, LocalDate day) implements OfOwner {
    @Override
    public String word() {
      return "settle";
    }

    @Override
    public Permission needs() {
      return Permission.SIGN;
    }
  }

  /// Gives the round up.
  record End(String reason) implements OfOwner {
    @Override
    public String word() {
      return "end";
    }

    @Override
    public Permission needs() {
      return Permission.NEGOTIATE;
    }
  }

  /// Enters obligations of which the participant is one side.
  record Enter(List<Entry> obligations) implements OfParticipant {
    public Enter {
      obligations = List.copyOf(obligations);
    }

    /// An obligation as a side enters it.
    ///
    /// @param obligation in the round its id is that of the participant, a colon, and this one
    /// @param reference of the contract or invoice; only the two sides read it
    public record Entry(Obligation obligation, String reference) {}

    @Override
    public String word() {
      return "enter";
    }

    @Override
    public Permission needs() {
      return Permission.WRITE_ENTRY;
    }
  }

  /// Says something of obligations: the other side confirms or disputes, who entered it withdraws.
  record Answer(List<String> obligations, NettingEvent.Word said, String reason)
      implements OfParticipant {
    public Answer {
      obligations = List.copyOf(obligations);
    }

    @Override
    public String word() {
      return "answer";
    }

    @Override
    public Permission needs() {
      return said == NettingEvent.Word.WITHDRAWN ? Permission.WRITE_ENTRY : Permission.NEGOTIATE;
    }
  }

  /// Accepts what was calculated.
  record Accept(int version) implements OfParticipant {
    @Override
    public String word() {
      return "accept";
    }

    @Override
    public Permission needs() {
      return Permission.SIGN;
    }
  }

  /// Declines: is left out, and the rest is calculated anew.
  record Decline(int version, String reason) implements OfParticipant {
    @Override
    public String word() {
      return "decline";
    }

    @Override
    public Permission needs() {
      return Permission.SIGN;
    }
  }
}
