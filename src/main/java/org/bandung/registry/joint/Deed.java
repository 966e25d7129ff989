package org.bandung.registry.joint;

import java.util.Set;
import org.bandung.access.Permission;
import org.bandung.kernel.LocalizedText;
import org.bandung.registry.joint.JointEvent.Part;

/// What a party can do in a joint initiative.
public sealed interface Deed {

  /// Who can state something in the name of the party.
  Set<Permission> SPEAKING = Set.of(Permission.WRITE_ENTRY, Permission.NEGOTIATE, Permission.SIGN);

  /// Who can bind the party to the others.
  Set<Permission> BINDING = Set.of(Permission.NEGOTIATE, Permission.SIGN);

  /// Who can show something to everybody.
  Set<Permission> OPENING = Set.of(Permission.RELEASE);

  /// Any of these lets a person do it for her party.
  Set<Permission> needs();

  /// What the log of deeds calls it, after `joint.`.
  String word();

  /// Deeds that state something in the name of the party.
  sealed interface Speaking extends Deed {
    @Override
    default Set<Permission> needs() {
      return SPEAKING;
    }
  }

  /// Deeds that bind the party to the others.
  sealed interface Binding extends Deed {
    @Override
    default Set<Permission> needs() {
      return BINDING;
    }
  }

  /// Deeds that show something to everybody.
  sealed interface Opening extends Deed {
    @Override
    default Set<Permission> needs() {
      return OPENING;
    }
  }

  /// States a contribution.
  ///
  /// @param contribution its id; the key of the command where it is new
  /// @param basis the version that was read; 0 where it is new
  record State(String contribution, int basis, Contribution said) implements Speaking {
    @Override
    public String word() {
      return "contribution-stated";
    }
  }

  /// Takes a contribution back.
  record Unsay(String contribution, int basis, String reason) implements Speaking {
    @Override
    public String word() {
      return "contribution-unsaid";
    }
  }

  /// Replies to another's contribution.
  record Answer(String contribution, int version, Reply reply) implements Speaking {
    @Override
    public String word() {
      return reply instanceof Reply.Confirms ? "contribution-confirmed" : "contribution-disputed";
    }
  }

  /// Takes over the counterpart's figure.
  record AcceptFigure(String contribution, int version, String counterpart) implements Speaking {
    @Override
    public String word() {
      return "figure-accepted";
    }
  }

  /// Tells what came of it.
  record Tell(Telling telling) implements Speaking {
    @Override
    public String word() {
      return "told";
    }
  }

  /// Proposes another plan.
  ///
  /// @param basis the version of the joint part that was read
  record ProposePlan(int basis, Plan plan, LocalizedText why) implements Speaking {
    @Override
    public String word() {
      return "plan-proposed";
    }
  }

  /// Consents to a proposed plan.
  record ConsentPlan(int number) implements Binding {
    @Override
    public String word() {
      return "plan-consented";
    }
  }

  /// Does not consent.
  record DeclinePlan(int number, String reason) implements Binding {
    @Override
    public String word() {
      return "plan-declined";
    }
  }

  /// Writes a joint report, or changes one.
  ///
  /// @param number 0 where it is new
  /// @param basis the version that was read; 0 where it is new
  record WriteReport(int number, int basis, Report report) implements Speaking {
    @Override
    public String word() {
      return "report-written";
    }
  }

  /// Signs a version of a report off.
  record SignReport(int number, int version) implements Binding {
    @Override
    public String word() {
      return "report-signed";
    }
  }

  /// Suspends.
  record Suspend(String reason) implements Binding {
    @Override
    public String word() {
      return "suspended";
    }
  }

  /// Agrees to go on.
  record Resume() implements Binding {
    @Override
    public String word() {
      return "resumption-agreed";
    }
  }

  /// Enters an evaluation.
  record Evaluate(Report.Evaluation evaluation) implements Speaking {
    @Override
    public String word() {
      return "evaluated";
    }
  }

  /// Agrees that it is done.
  record Close() implements Binding {
    @Override
    public String word() {
      return "closure-agreed";
    }
  }

  /// Lets everybody read.
  ///
  /// @param of the version of the joint part, or the sequence of the state that was read
  record Release(Part part, long of) implements Opening {
    @Override
    public String word() {
      return part == Part.JOINT ? "joint-released" : "own-released";
    }
  }

  /// Lets nobody but the parties read any more.
  record TakeBack(Part part) implements Opening {
    @Override
    public String word() {
      return part == Part.JOINT ? "joint-taken-back" : "own-taken-back";
    }
  }
}
