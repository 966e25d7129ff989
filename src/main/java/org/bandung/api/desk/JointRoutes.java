package org.bandung.api.desk;

import java.util.List;
import java.util.function.Function;
import org.bandung.access.ApiTokens;
import org.bandung.api.frame.Addresses;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.StableId;
import org.bandung.registry.joint.Beginning;
import org.bandung.registry.joint.Contribution;
import org.bandung.registry.joint.Deed;
import org.bandung.registry.joint.Figure;
import org.bandung.registry.joint.Joint;
import org.bandung.registry.joint.JointDocument;
import org.bandung.registry.joint.JointEvent.Part;
import org.bandung.registry.joint.Plan;
import org.bandung.registry.joint.Reply;
import org.bandung.registry.joint.Report;
import org.bandung.registry.joint.Telling;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Joint initiatives: what partners do together, and what each says it gave and received. Every
/// deed is for the party that the body of the token is, and on what was read: the number of the
/// last event, which is the tag.
@RestController
@In(ApiTokens.Area.JOINT)
final class JointRoutes {

  static final String PATH = Addresses.ROOT + "/joint-initiatives";
  static final String ONE = PATH + "/{id}";

  private static final String CONTRIBUTION = ONE + "/contributions/{contribution}";
  private static final String PLAN = ONE + "/plans/{number}";
  private static final String REPORT = ONE + "/reports/{number}";

  private final JointDesk desk;
  private final Attachments attachments;

  JointRoutes(JointDesk desk, Attachments attachments) {
    this.desk = desk;
    this.attachments = attachments;
  }

  record Reason(String reason) {}

  record Disputed(Figure figure, String reason) {}

  /// @param counterpart the party whose figure is taken over
  record Accepted(String counterpart) {}

  /// The pictures that stand there stay; they are added and taken away at the desk.
  record Words(
      LocalizedText results,
      LocalizedText lessons,
      LocalizedText story,
      LocalizedText gains,
      Contribution.Visibility visibility,
      Telling.@Nullable Circles circles) {}

  record Proposed(Plan plan, LocalizedText why) {}

  record Evaluation(
      @Nullable PartialDate date,
      String by,
      LocalizedText findings,
      Attachments.@Nullable File file) {}

  record Shown(Part part) {}

  @GetMapping(PATH)
  @Told(value = "joint-initiatives", list = true)
  ResponseEntity<Object> list(Acting acting) {
    return DoneOnce.list(desk.list(acting));
  }

  @GetMapping(ONE)
  @Told("joint-initiative")
  ResponseEntity<Object> find(Acting acting, @PathVariable String id) {
    return desk.shown(acting, id).sent();
  }

  @GetMapping(ONE + "/events")
  @Told(value = "joint-initiative-events", list = true)
  ResponseEntity<Object> events(Acting acting, @PathVariable String id) {
    return DoneOnce.list(JointDocument.of(desk.history(acting, id)));
  }

  @PostMapping(PATH)
  @Told(value = "joint-initiatives-begin", status = 201)
  ResponseEntity<Object> begin(Acting acting, Key key, @Sent Beginning sent) {
    return desk.begin(acting, key, sent);
  }

  @PostMapping(ONE + "/contributions")
  @Told("joint-contributions")
  ResponseEntity<Object> state(On on, @Sent Contribution sent) {
    var contribution = StableId.of("contribution", on.acting().body().id(), on.key().word());
    return desk.act(on, j -> new Deed.State(contribution, 0, sent));
  }

  @PutMapping(CONTRIBUTION)
  @Told("joint-contribution")
  ResponseEntity<Object> restate(
      On on, @PathVariable String contribution, @Sent Contribution sent) {
    return stated(on, contribution, s -> new Deed.State(contribution, s.version(), sent));
  }

  @PostMapping(CONTRIBUTION + "/withdrawal")
  @Told("joint-contribution-withdrawal")
  ResponseEntity<Object> unsay(On on, @PathVariable String contribution, @Sent Reason sent) {
    return stated(on, contribution, s -> new Deed.Unsay(contribution, s.version(), sent.reason()));
  }

  @PostMapping(CONTRIBUTION + "/confirmation")
  @Told("joint-contribution-confirmation")
  ResponseEntity<Object> confirm(On on, @PathVariable String contribution) {
    return stated(
        on, contribution, s -> new Deed.Answer(contribution, s.version(), new Reply.Confirms()));
  }

  @PostMapping(CONTRIBUTION + "/dispute")
  @Told("joint-contribution-dispute")
  ResponseEntity<Object> dispute(On on, @PathVariable String contribution, @Sent Disputed sent) {
    return stated(
        on,
        contribution,
        s ->
            new Deed.Answer(
                contribution, s.version(), new Reply.Disputes(sent.figure(), sent.reason())));
  }

  @PostMapping(CONTRIBUTION + "/acceptance")
  @Told("joint-contribution-acceptance")
  ResponseEntity<Object> accept(On on, @PathVariable String contribution, @Sent Accepted sent) {
    return stated(
        on,
        contribution,
        s -> new Deed.AcceptFigure(contribution, s.version(), sent.counterpart()));
  }

  private ResponseEntity<Object> stated(
      On on, String contribution, Function<Joint.Stated, Deed> deed) {
    return desk.act(
        on, j -> deed.apply(JointDesk.require(j.stated().get(contribution), contribution)));
  }

  @PutMapping(ONE + "/telling")
  @Told("joint-telling")
  ResponseEntity<Object> tell(On on, @Sent Words sent) {
    return desk.act(
        on,
        j -> {
          var before = j.told().get(desk.party(on.acting(), j));
          return new Deed.Tell(
              new Telling(
                  sent.results(),
                  sent.lessons(),
                  sent.story(),
                  sent.gains(),
                  before == null ? List.of() : before.pictures(),
                  sent.visibility(),
                  sent.circles()));
        });
  }

  @PostMapping(ONE + "/plans")
  @Told("joint-plans")
  ResponseEntity<Object> plan(On on, @Sent Proposed sent) {
    return desk.act(on, j -> new Deed.ProposePlan(j.jointVersion(), sent.plan(), sent.why()));
  }

  @PostMapping(PLAN + "/consent")
  @Told("joint-plan-consent")
  ResponseEntity<Object> consent(On on, @PathVariable String number) {
    return desk.act(on, j -> new Deed.ConsentPlan(JointDesk.number(number)));
  }

  @PostMapping(PLAN + "/refusal")
  @Told("joint-plan-refusal")
  ResponseEntity<Object> decline(On on, @PathVariable String number, @Sent Reason sent) {
    return desk.act(on, j -> new Deed.DeclinePlan(JointDesk.number(number), sent.reason()));
  }

  @PostMapping(ONE + "/reports")
  @Told("joint-reports")
  ResponseEntity<Object> report(On on, @Sent Report sent) {
    return desk.act(on, j -> new Deed.WriteReport(0, 0, sent));
  }

  @PutMapping(REPORT)
  @Told("joint-report")
  ResponseEntity<Object> rewrite(On on, @PathVariable String number, @Sent Report sent) {
    return desk.act(
        on,
        j -> {
          var report = JointDesk.report(j, number);
          return new Deed.WriteReport(report.number(), report.version(), sent);
        });
  }

  @PostMapping(REPORT + "/sign-off")
  @Told(value = "joint-report-sign-off", signs = true)
  ResponseEntity<Object> signOff(On on, @PathVariable String number) {
    return desk.act(
        on,
        j -> {
          var report = JointDesk.report(j, number);
          return new Deed.SignReport(report.number(), report.version());
        });
  }

  @PostMapping(ONE + "/suspension")
  @Told("joint-suspension")
  ResponseEntity<Object> suspend(On on, @Sent Reason sent) {
    return desk.act(on, j -> new Deed.Suspend(sent.reason()));
  }

  @PostMapping(ONE + "/resumption")
  @Told("joint-resumption")
  ResponseEntity<Object> resume(On on) {
    return desk.act(on, j -> new Deed.Resume());
  }

  @PostMapping(ONE + "/evaluations")
  @Told("joint-evaluations")
  ResponseEntity<Object> evaluate(On on, @Sent(files = true) Evaluation sent) {
    return desk.act(
        on,
        j -> {
          var file = sent.file();
          return new Deed.Evaluate(
              new Report.Evaluation(
                  sent.date(),
                  sent.by(),
                  sent.findings(),
                  file == null ? null : attachments.keep("file", file).sha256()));
        });
  }

  @PostMapping(ONE + "/closure")
  @Told("joint-closure")
  ResponseEntity<Object> close(On on) {
    return desk.act(on, j -> new Deed.Close());
  }

  @PostMapping(ONE + "/release")
  @Told("joint-release")
  ResponseEntity<Object> release(On on, @Sent Shown sent) {
    return desk.act(
        on,
        j ->
            new Deed.Release(
                sent.part(), sent.part() == Part.JOINT ? j.jointVersion() : j.sequence()));
  }

  @PostMapping(ONE + "/take-back")
  @Told("joint-take-back")
  ResponseEntity<Object> takeBack(On on, @Sent Shown sent) {
    return desk.act(on, j -> new Deed.TakeBack(sent.part()));
  }
}
