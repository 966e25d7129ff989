package org.bandung.web.joint;

import java.util.ArrayList;
import java.util.List;
import org.bandung.registry.joint.Contribution;
import org.bandung.registry.joint.Deed;
import org.bandung.registry.joint.Joint;
import org.bandung.registry.joint.Joint.Standing;
import org.bandung.registry.joint.JointInitiatives.View;
import org.bandung.registry.joint.Plan;
import org.bandung.registry.joint.SideBySide;
import org.bandung.web.frame.Words;
import org.bandung.web.joint.JointNames.Choice;

/// One joint initiative as its page shows it to one person.
///
/// @param waiting what awaits her, each with the place on the page
record JointOverview(
    List<Row> rows,
    List<Item> plan,
    List<Change> changes,
    List<ReportRow> reports,
    List<Waiting> waiting,
    List<ReleaseRow> releases) {

  /// A contribution side by side.
  ///
  /// @param editable whether she may change it
  record Row(
      String id,
      int version,
      String what,
      String kind,
      String by,
      String byId,
      String giver,
      String receiver,
      String figure,
      List<String> details,
      boolean isPublic,
      boolean editable,
      List<Side> sides) {}

  /// What a counterpart says of it.
  ///
  /// @param mine whether she may reply for it
  /// @param acceptable whether she may take over its figure
  record Side(
      String partyId,
      String party,
      String standing,
      String figure,
      String reason,
      boolean mine,
      boolean confirmable,
      boolean acceptable) {}

  /// An item of the plan.
  record Item(
      String id, String kind, String what, String due, String reached, String responsible) {}

  /// A proposed change of the plan.
  ///
  /// @param open whether it can still be decided on
  /// @param askable parties of hers that have not consented
  record Change(
      int number,
      String by,
      String at,
      String why,
      List<Item> items,
      String consented,
      List<String> declined,
      boolean holds,
      boolean open,
      List<Choice> askable) {}

  /// A joint report.
  ///
  /// @param askable parties of hers that have not signed it off
  record ReportRow(
      int number,
      int version,
      String period,
      String text,
      String figures,
      String by,
      String signed,
      String missing,
      boolean holds,
      List<Choice> askable) {}

  /// Something that awaits her.
  record Waiting(String place, String text) {}

  /// What a party has released.
  ///
  /// @param joint whether it released the joint part as it stands
  record ReleaseRow(
      String id,
      String party,
      boolean here,
      boolean joint,
      boolean earlier,
      boolean own,
      boolean mine) {}

  static JointOverview of(View view, Words words) {
    var j = view.joint();
    var names = new JointNames(words, j);
    var rows = SideBySide.of(j).stream().map(r -> row(r, view, names, words)).toList();
    var changes = j.changes().stream().map(c -> change(c, view, names, words)).toList();
    var reports = j.reports().stream().map(r -> report(r, view, names, words)).toList();
    return new JointOverview(
        rows,
        items(j.plan(), names, words),
        changes,
        reports,
        waiting(rows, changes, reports, view, words),
        j.beginning().parties().stream().map(p -> release(p.id(), view, names)).toList());
  }

  private static Row row(SideBySide.Row r, View view, JointNames names, Words words) {
    var stated = r.stated();
    var said = stated.said();
    boolean own = view.may(stated.by(), Deed.SPEAKING);
    return new Row(
        stated.id(),
        stated.version(),
        names.text(said.what()),
        words.text("joint.kind." + said.kind().name().toLowerCase(java.util.Locale.ROOT)),
        names.party(stated.by()),
        stated.by(),
        names.party(said.giver()),
        names.party(said.receiver()),
        names.figure(said.figure()),
        names.details(said),
        said.visibility() == Contribution.Visibility.PUBLIC,
        own,
        r.sides().stream().map(s -> side(s, own, view, names)).toList());
  }

  private static Side side(SideBySide.Side s, boolean own, View view, JointNames names) {
    var answer = s.answer();
    boolean disputed = s.standing() == Standing.DISPUTED;
    return new Side(
        s.party(),
        names.party(s.party()),
        s.standing().code(),
        answer == null ? "" : names.figure(answer.figure()),
        answer == null ? "" : answer.reason(),
        view.may(s.party(), Deed.SPEAKING),
        s.standing() == Standing.NOT_REPLIED || disputed,
        own && disputed && answer != null && answer.figure().isReported());
  }

  static List<Item> items(Plan plan, JointNames names, Words words) {
    return plan.items().stream()
        .map(i ->
            new Item(
                i.id(),
                words.text("joint.item." + i.kind().name().toLowerCase(java.util.Locale.ROOT)),
                names.text(i.what()),
                i.due() == null ? "" : words.date(i.due()),
                i.reached() == null ? "" : words.date(i.reached()),
                i.responsible() == null ? "" : names.party(i.responsible())))
        .toList();
  }

  private static Change change(Joint.PlanChange c, View view, JointNames names, Words words) {
    boolean open = !c.holds() && c.number() == view.joint().changes().size();
    return new Change(
        c.number(),
        names.party(c.by()),
        words.day(c.at()),
        names.text(c.why()),
        items(c.plan(), names, words),
        names.names(c.consented()),
        c.declined().entrySet().stream()
            .map(e -> words.text("joint.declined", names.party(e.getKey()), e.getValue()))
            .toList(),
        c.holds(),
        open,
        open
            ? names.mine(view, Deed.BINDING).stream()
                .filter(p -> !c.consented().contains(p.code()))
                .toList()
            : List.of());
  }

  private static ReportRow report(Joint.JointReport r, View view, JointNames names, Words words) {
    var missing = new java.util.TreeSet<>(view.here());
    missing.removeAll(r.signed());
    return new ReportRow(
        r.number(),
        r.version(),
        words.period(r.report().period()),
        names.text(r.report().text()),
        names.text(r.report().figures()),
        names.party(r.by()),
        names.names(r.signed()),
        names.names(missing),
        r.holds(),
        names.mine(view, Deed.BINDING).stream()
            .filter(p -> !r.signed().contains(p.code()))
            .toList());
  }

  private static List<Waiting> waiting(
      List<Row> rows, List<Change> changes, List<ReportRow> reports, View view, Words words) {
    var waiting = new ArrayList<Waiting>();
    for (var row : rows) {
      for (var side : row.sides()) {
        if (side.mine() && side.standing().equals(Standing.NOT_REPLIED.code())) {
          waiting.add(new Waiting("c-" + row.id(), words.text("joint.waiting.reply", row.what())));
        } else if (row.editable() && side.standing().equals(Standing.DISPUTED.code())) {
          waiting.add(
              new Waiting(
                  "c-" + row.id(), words.text("joint.waiting.dispute", row.what(), side.party())));
        }
      }
    }
    changes.stream()
        .filter(c -> c.open() && !c.askable().isEmpty())
        .forEach(c -> waiting.add(new Waiting("plan", words.text("joint.waiting.plan", c.by()))));
    reports.stream()
        .filter(r -> !r.askable().isEmpty())
        .forEach(r ->
            waiting.add(
                new Waiting(
                    "report-" + r.number(), words.text("joint.waiting.report", r.number()))));
    return waiting;
  }

  private static ReleaseRow release(String party, View view, JointNames names) {
    var j = view.joint();
    var versions = j.releases().joint().getOrDefault(party, java.util.Set.of());
    return new ReleaseRow(
        party,
        names.party(party),
        view.here().contains(party),
        versions.contains(j.jointVersion()),
        !versions.isEmpty(),
        j.releases().own().containsKey(party),
        view.may(party, Deed.OPENING));
  }
}
