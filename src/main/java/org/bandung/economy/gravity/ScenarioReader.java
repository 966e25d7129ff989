package org.bandung.economy.gravity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bandung.economy.gravity.Spec.Change;
import org.bandung.economy.gravity.Spec.Term;
import org.bandung.economy.gravity.solve.Closure;
import org.bandung.kernel.Closest;

/// Reads which case is asked for: what is removed or added, and under which assumptions.
final class ScenarioReader {

  private static final int MOST_CHANGES = 50;
  private static final int MOST_MEMBERS = 300;
  private static final int MOST_SIGMAS = 12;
  private static final double LEAST_SIGMA = 1.01;
  private static final double MOST_SIGMA = 50;
  private static final double USUAL_SIGMA = 7;

  private final List<Fault> faults;

  ScenarioReader(List<Fault> faults) {
    this.faults = faults;
  }

  /// The case; empty where neither `remove` nor `add` stands.
  Optional<Spec.Scenario> read(SpecNode root, List<Term> terms) {
    var removed = new ArrayList<String>();
    var changes = new ArrayList<Change>();
    root.find("remove")
        .ifPresent(n -> {
          n.only(Set.of("terms", "agreements"));
          n.find("terms").ifPresent(t -> removed.addAll(removed(t, terms)));
          n.find("agreements").ifPresent(a -> changes.addAll(changes(a, terms, 0)));
        });
    root.find("add")
        .ifPresent(n -> {
          n.only(Set.of("agreements"));
          n.find("agreements").ifPresent(a -> changes.addAll(changes(a, terms, 1)));
        });
    var baseYear = root.find("baseYear").flatMap(n -> n.whole(0, 9999));
    double sigma = root.find("sigma").flatMap(ScenarioReader::sigma).orElse(USUAL_SIGMA);
    var reference = root.find("reference").flatMap(SpecNode::text).orElse("");
    var costs =
        root.find("costs")
            .map(n ->
                n.list(SpecReader.MOST_TERMS).stream()
                    .flatMap(t -> SpecReader.term(t).stream())
                    .toList())
            .orElse(List.of());
    var closure =
        root.find("closure")
            .flatMap(n -> n.word(List.of("guide", "balanced")))
            .map(w -> w.equals("guide") ? Closure.GUIDE : Closure.BALANCED)
            .orElse(Closure.GUIDE);
    boolean brought =
        root.find("measure")
            .flatMap(n -> n.word(List.of("change", "contribution")))
            .map(w -> w.equals("contribution"))
            .orElse(false);
    var sigmas = sigmas(root, sigma);
    if (root.find("remove").isEmpty() && root.find("add").isEmpty()) {
      return Optional.empty();
    }
    if (removed.isEmpty() && changes.isEmpty() && faults.isEmpty()) {
      faults.add(Fault.of("/remove", "scenario-empty"));
    }
    return Optional.of(
        new Spec.Scenario(
            baseYear, sigma, reference, removed, changes, costs, closure, brought, sigmas));
  }

  private static Optional<Double> sigma(SpecNode node) {
    return node.number(LEAST_SIGMA, MOST_SIGMA);
  }

  private static List<Double> sigmas(SpecNode root, double sigma) {
    var given = root.find("sensitivity").map(n -> n.only(Set.of("sigmas")));
    return given
        .flatMap(n -> n.find("sigmas"))
        .map(n -> n.list(MOST_SIGMAS).stream().flatMap(s -> sigma(s).stream()).toList())
        .orElseGet(() -> Stream.of(sigma - 2, sigma + 2).filter(s -> s > LEAST_SIGMA).toList());
  }

  private static List<String> removed(SpecNode node, List<Term> terms) {
    return node.list(SpecReader.MOST_TERMS).stream()
        .flatMap(n -> n.text().filter(t -> known(n, t, terms)).stream())
        .toList();
  }

  private static boolean known(SpecNode node, String name, List<Term> terms) {
    var names = terms.stream().map(Term::name).toList();
    if (names.contains(name) || names.isEmpty()) {
      return true; // terms that cannot be read are told of by themselves
    }
    var all = String.join(", ", names);
    node.fault("no-term", name, Closest.to(name, names).orElse(all));
    return false;
  }

  private static List<Change> changes(SpecNode node, List<Term> terms, double value) {
    return node.list(MOST_CHANGES).stream()
        .flatMap(n -> change(n.only(Set.of("term", "members", "where")), terms, value).stream())
        .toList();
  }

  private static Optional<Change> change(SpecNode node, List<Term> terms, double value) {
    var name = node.require("term");
    var term = name.flatMap(SpecNode::text).filter(t -> known(name.get(), t, terms));
    var members =
        node.find("members")
            .map(n -> n.list(MOST_MEMBERS).stream().flatMap(m -> m.text().stream()).toList())
            .orElse(List.of());
    var where = node.find("where").flatMap(SpecNode::formula);
    if (node.find("members").isEmpty() == node.find("where").isEmpty()) {
      node.fault("members-or-where");
      return Optional.empty();
    }
    if (node.find("members").isPresent() && members.size() < 2) {
      node.fault("two-members");
      return Optional.empty();
    }
    return term.map(t -> new Change(t, members, where, value, node.pointer()));
  }
}
