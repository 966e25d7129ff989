package org.bandung.funds.grants;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.bandung.funds.Duty;
import org.bandung.funds.ledger.Money;

/// Something that somebody wants to do with a grant.
public sealed interface GrantDeed {

  /// The word for it in the audit log.
  String word();

  /// The duties of the fund of which one allows it.
  Set<Duty> duties();

  /// Whether a partner's own people may do it for their partner.
  default boolean ofPartner() {
    return false;
  }

  /// Says that a milestone is reached.
  record Reach(String milestone, String account, List<String> evidence) implements GrantDeed {
    @Override
    public String word() {
      return "reach";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.MANAGER);
    }
  }

  /// Tells what was spent.
  record Report(String id, GrantReport report) implements GrantDeed {
    @Override
    public String word() {
      return "report";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.MANAGER);
    }

    @Override
    public boolean ofPartner() {
      return true;
    }
  }

  /// Takes a report.
  record Accept(String report, LocalDate on) implements GrantDeed {
    @Override
    public String word() {
      return "accept";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.MANAGER, Duty.APPROVER);
    }
  }

  /// Asks for a report again.
  record SendBack(String report, String reason) implements GrantDeed {
    @Override
    public String word() {
      return "send-back";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.MANAGER, Duty.APPROVER);
    }
  }

  /// Asks for a payment.
  record Request(String id, int tranche, String partner, Money amount, String reason)
      implements GrantDeed {
    @Override
    public String word() {
      return "request";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.MANAGER, Duty.FINANCE);
    }
  }

  /// Agrees to a payment that somebody else asked for.
  record Approve(String request) implements GrantDeed {
    @Override
    public String word() {
      return "approve";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.APPROVER);
    }
  }

  /// Does not agree, or takes back what one asked for.
  record Refuse(String request, String reason) implements GrantDeed {
    @Override
    public String word() {
      return "refuse";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.APPROVER, Duty.MANAGER, Duty.FINANCE);
    }
  }

  /// Writes down that the bank paid.
  record Pay(String request, LocalDate on, String reference) implements GrantDeed {
    @Override
    public String word() {
      return "pay";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.FINANCE);
    }
  }

  /// Writes down what came back.
  record Return(String partner, Money amount, LocalDate on, String reference) implements GrantDeed {
    @Override
    public String word() {
      return "return";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.FINANCE);
    }
  }

  /// Gives more time.
  record Extend(LocalDate until, String reason) implements GrantDeed {
    @Override
    public String word() {
      return "extend";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.APPROVER);
    }
  }

  /// Writes down a finding.
  record Audit(String finding, List<String> evidence) implements GrantDeed {
    @Override
    public String word() {
      return "audit";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.AUDITOR);
    }
  }

  /// Closes the grant.
  record Close(LocalDate on, String reason) implements GrantDeed {
    @Override
    public String word() {
      return "close";
    }

    @Override
    public Set<Duty> duties() {
      return Set.of(Duty.APPROVER);
    }
  }
}
