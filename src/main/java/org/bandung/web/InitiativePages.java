package org.bandung.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.Solutions;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.parties.Mention;
import org.bandung.parties.Parties;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.Registry;
import org.bandung.registry.replies.Replies;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.bandung.web.joint.PublicPictures;
import org.bandung.web.joint.PublicSides;
import org.bandung.web.review.DecidedTies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// One initiative: what happened, between whom, who says so, why it is called what it is called.
@Controller
final class InitiativePages {

  private static final int LONGEST_ID = 400;

  private final Registry registry;
  private final Catalogue catalogue;
  private final Solutions solutions;
  private final Parties parties;
  private final Replies replies;
  private final DecidedTies ties;

  InitiativePages(
      Registry registry,
      Catalogue catalogue,
      Solutions solutions,
      Parties parties,
      Replies replies,
      DecidedTies ties) {
    this.registry = registry;
    this.catalogue = catalogue;
    this.solutions = solutions;
    this.parties = parties;
    this.replies = replies;
    this.ties = ties;
  }

  /// Those who take part in one role.
  record RoleGroup(String code, String name, List<Member> members) {}

  /// Somebody who takes part.
  ///
  /// @param organisation its id, if its source gives a reference that means something
  record Member(Participant participant, @Nullable String organisation) {}

  /// The classifications of one scheme.
  record SchemeGroup(String scheme, List<Content.Classification> items) {}

  /// A note with whose statement it is on.
  record NoteRow(Note note, String source) {}

  @GetMapping("/initiatives/{*id}")
  ModelAndView show(@PathVariable String id, Visit visit, Model model) {
    var asked = id.substring(1);
    if (asked.isEmpty() || asked.length() > LONGEST_ID) {
      throw new Refusal.NotFound();
    }
    var view = registry.find(visit.reader(), asked).orElseThrow(Refusal.NotFound::new);
    if (!view.id().equals(asked)) {
      return redirect(view);
    }
    var words = visit.words();
    model.addAttribute("view", view);
    model.addAttribute("content", view.composed());
    model.addAttribute("roles", roles(view.composed(), words));
    model.addAttribute("schemes", schemes(view.composed()));
    model.addAttribute("sources", sources(view));
    model.addAttribute("voices", voices(view, visit));
    model.addAttribute("comparison", Comparison.of(view.statements(), words));
    model.addAttribute("eachSide", PublicSides.of(view.statements()));
    model.addAttribute("stories", PublicPictures.stories(view.statements()));
    model.addAttribute("signals", signals(view));
    model.addAttribute("notes", notes(view));
    model.addAttribute("ties", ties.of(view.id(), visit));
    model.addAttribute("solution", solution(view, visit));
    model.addAttribute(
        "solvable", visit.account() != null && solutions.mayMake(visit.account(), view.composed()));
    model.addAttribute(
        "replying",
        visit.account() != null && !replies.repliesFor(visit.account(), view).isEmpty());
    return new ModelAndView("initiative");
  }

  /// The solution that was made of it, if there is one.
  private @Nullable String solution(InitiativeView view, Visit visit) {
    var id = Catalogue.solutionId(view.id());
    return catalogue.summaries(visit.reader(), List.of(id)).containsKey(id) ? id : null;
  }

  /// A merged id moved for ever; an original id leads here only as long as its source says so.
  private static ModelAndView redirect(InitiativeView view) {
    var there = new RedirectView("/initiatives/" + SourcePages.encodePath(view.id()));
    there.setStatusCode(
        view.redirectedFrom().isPresent() ? HttpStatus.MOVED_PERMANENTLY : HttpStatus.FOUND);
    there.setExpandUriTemplateVariables(false);
    return new ModelAndView(there);
  }

  private List<RoleGroup> roles(Content content, Words words) {
    var groups = new ArrayList<RoleGroup>();
    for (var role : Role.values()) {
      var those =
          content.participants().stream()
              .filter(p -> p.role() == role)
              .map(p -> new Member(p, organisation(p.organisation())))
              .toList();
      if (!those.isEmpty()) {
        groups.add(new RoleGroup(role.code(), words.role(role), those));
      }
    }
    return groups;
  }

  private @Nullable String organisation(Participant.@Nullable OrganisationMention mentioned) {
    return mentioned == null
        ? null
        : parties
            .identify(new Mention(mentioned.reference(), mentioned.name(), mentioned.type()))
            .organisation()
            .orElse(null);
  }

  private static List<SchemeGroup> schemes(Content content) {
    return content.classifications().stream()
        .map(Content.Classification::scheme)
        .distinct()
        .map(scheme ->
            new SchemeGroup(
                scheme,
                content.classifications().stream().filter(c -> c.scheme().equals(scheme)).toList()))
        .toList();
  }

  /// By statement key, the source that made the statement.
  private static Map<String, String> sources(InitiativeView view) {
    var sources = new HashMap<String, String>();
    view.statements().forEach(s -> sources.put(s.key(), s.sourceKey()));
    return sources;
  }

  /// Source key -> the name it goes by; the key where it has none.
  private Map<String, String> voices(InitiativeView view, Visit visit) {
    var voices = new HashMap<String, String>();
    view.statements().stream()
        .map(InitiativeView.StatementView::sourceKey)
        .distinct()
        .forEach(key ->
            voices.put(
                key,
                registry
                    .findSource(visit.reader(), key)
                    .flatMap(s -> s.name().in(visit.words().language()))
                    .map(LocalizedText.Spoken::text)
                    .orElse(key)));
    return voices;
  }

  private static List<Content.Signal> signals(InitiativeView view) {
    return view.statements().stream()
        .flatMap(s -> s.content().signals().stream())
        .distinct()
        .toList();
  }

  private static List<NoteRow> notes(InitiativeView view) {
    return view.statements().stream()
        .flatMap(s -> s.notes().stream().map(n -> new NoteRow(n, s.sourceKey())))
        .toList();
  }

  /// The name of an organisation as its source gives it, else its reference.
  static @Nullable String nameOf(Participant.OrganisationMention organisation, Words words) {
    var phrase = words.phrase(organisation.name());
    return phrase == null ? organisation.reference() : phrase.text();
  }
}
