package org.bandung.web.desk;

import org.bandung.catalogue.SolutionOutcome;
import org.bandung.catalogue.Solutions;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A completed initiative becomes a solution in one step, so that its result can serve others.
@Controller
final class SolutionPages {

  private final Solutions solutions;

  SolutionPages(Solutions solutions) {
    this.solutions = solutions;
  }

  @PostMapping("/desk/solutions")
  String make(@RequestParam String of, Visit visit) {
    var outcome = solutions.make(visit.requireAccount(), of).orElseThrow(Refusal.NotFound::new);
    return switch (outcome) {
      case SolutionOutcome.Made(var id, var changed) -> "redirect:/catalogue/" + id;
      case SolutionOutcome.NoSuchInitiative none -> throw new Refusal.NotFound();
      // The button is shown only where it can be done; it may have changed since.
      case SolutionOutcome.NotCompleted not -> "redirect:/initiatives/" + not.id();
      case SolutionOutcome.NothingTold not -> "redirect:/initiatives/" + not.id();
    };
  }
}
