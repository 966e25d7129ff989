package org.bandung.registry.joint;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bandung.kernel.LocalizedText;

/// How things stand in a joint initiative.
///
/// @param plan the one that holds
/// @param stated contributions by their ids, in the order in which they were first stated
/// @param told what each party tells, by party
/// @param jointVersions the sequence at which each version of the joint part came to be; the first
///   is version 1
/// @param sequence of the last event
public record Joint(
    String id,
    Beginning beginning,
    Instant begun,
    Plan plan,
    List<PlanChange> changes,
    Map<String, Stated> stated,
    Map<String, Telling> told,
    List<JointReport> reports,
    Course course,
    List<Evaluated> evaluations,
    Releases releases,
    List<Long> jointVersions,
    long sequence) {

  public Joint {
    changes = List.copyOf(changes);
    stated = Collections.unmodifiableMap(new LinkedHashMap<>(stated));
    told = Collections.unmodifiableMap(new TreeMap<>(told));
    reports = List.copyOf(reports);
    evaluations = List.copyOf(evaluations);
    jointVersions = List.copyOf(jointVersions);
  }

  /// A proposed plan.
  ///
  /// @param consented the parties that have consented, the proposer among them
  /// @param declined the reasons of those that do not, by party
  public record PlanChange(
      int number,
      Plan plan,
      LocalizedText why,
      String by,
      Instant at,
      Set<String> consented,
      Map<String, String> declined,
      boolean holds) {
    public PlanChange {
      consented = Collections.unmodifiableSet(new TreeSet<>(consented));
      declined = Collections.unmodifiableMap(new TreeMap<>(declined));
    }
  }

  /// A contribution as one party states it, and what the others reply.
  ///
  /// @param version from 1; replies to an older one are void
  /// @param answers by party
  public record Stated(
      String id,
      String by,
      int version,
      Contribution said,
      Instant at,
      Map<String, Answer> answers) {
    public Stated {
      answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }
  }

  /// A reply that stands.
  ///
  /// @param figure on which the counterpart stands
  /// @param reason why it disputed; empty otherwise
  public record Answer(Standing standing, Figure figure, String reason, Instant at) {}

  /// How two words about one contribution stand. The words are stored and never change.
  public enum Standing {
    /// Nobody replied to this version.
    NOT_REPLIED,
    CONFIRMED,
    DISPUTED,
    /// One took over the other's figure after a dispute.
    RECONCILED;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// A joint report.
  ///
  /// @param by who wrote this version
  /// @param signed the parties that signed this version off
  public record JointReport(
      int number,
      int version,
      Report report,
      String by,
      Instant at,
      Set<String> signed,
      boolean holds) {
    public JointReport {
      signed = Collections.unmodifiableSet(new TreeSet<>(signed));
    }
  }

  /// Whether it goes on.
  ///
  /// @param suspended reason by party; it goes on only when this is empty
  /// @param resuming parties that agree to go on
  /// @param closing parties that agree that it is done
  public record Course(
      Map<String, String> suspended, Set<String> resuming, Set<String> closing, boolean closed) {
    public Course {
      suspended = Collections.unmodifiableMap(new TreeMap<>(suspended));
      resuming = Collections.unmodifiableSet(new TreeSet<>(resuming));
      closing = Collections.unmodifiableSet(new TreeSet<>(closing));
    }

    static final Course RUNNING = new Course(Map.of(), Set.of(), Set.of(), false);
  }

  /// An evaluation and which party entered it.
  public record Evaluated(String by, Instant at, Report.Evaluation evaluation) {}

  /// What is released.
  ///
  /// @param joint the versions of the joint part that a party released, by party
  /// @param own the sequence up to which a party released its own statement, by party
  public record Releases(Map<String, Set<Integer>> joint, Map<String, Long> own) {
    public Releases {
      joint = Collections.unmodifiableMap(new TreeMap<>(joint));
      own = Collections.unmodifiableMap(new TreeMap<>(own));
    }
  }

  /// The version of the joint part that stands.
  public int jointVersion() {
    return jointVersions.size();
  }

  public boolean closed() {
    return course.closed();
  }

  public boolean suspended() {
    return !course.suspended().isEmpty();
  }
}
