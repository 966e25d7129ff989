package org.bandung.web;

import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Pages that only speak: what this is, and what each kind of problem means.
@Controller
final class OtherPages {

  @GetMapping("/about")
  String about(Visit visit) {
    return "about";
  }

  @GetMapping("/problems/{type}")
  String problem(@PathVariable String type, Visit visit, Model model) {
    if (!type.matches("[a-z-]{1,60}") || !visit.words().has("problem." + type + ".title")) {
      throw new Refusal.NotFound();
    }
    model.addAttribute("type", type);
    model.addAttribute("status", 0);
    model.addAttribute("parameter", "");
    return "problem";
  }
}
