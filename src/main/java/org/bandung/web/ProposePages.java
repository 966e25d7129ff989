package org.bandung.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bandung.exchange.Proposals;
import org.bandung.exchange.tables.TableProposal;
import org.bandung.kernel.Note;
import org.bandung.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Shows a newcomer how a table of theirs would be read. Stores nothing, so that no foreign page
/// can do harm by sending this form.
@Controller
final class ProposePages {

  private static final int AT_ONCE = 2;

  /// Forms of people with an account may bring more than a visitor's table.
  private static final long LARGEST = 1 << 20;

  /// Nobody waits longer for a place; else senders of many tables could hold every connection.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Proposals proposals;

  /// Few at a time: reading a spreadsheet costs far more than showing a page.
  private final Semaphore places = new Semaphore(AT_ONCE);

  ProposePages(Proposals proposals) {
    this.proposals = proposals;
  }

  @GetMapping("/propose")
  String form(Visit visit, Model model) {
    model.addAttribute("tried", false);
    return "propose";
  }

  @PostMapping("/propose")
  String propose(
      @RequestParam(required = false) @Nullable MultipartFile table, Visit visit, Model model)
      throws IOException, InterruptedException {
    if (table != null && table.getSize() > LARGEST) {
      throw new MaxUploadSizeExceededException(LARGEST);
    }
    model.addAttribute("tried", true);
    model.addAttribute("proposal", looked(table));
    return "propose";
  }

  @ExceptionHandler
  ModelAndView tooLarge(MaxUploadSizeExceededException refused, Visit visit) {
    var why = new Note(0, "", Note.Severity.REFUSED, "bandung.upload-too-large", "", List.of("1"));
    return new ModelAndView(
        "propose",
        Map.of(
            "visit",
            visit,
            "w",
            visit.words(),
            "tried",
            true,
            "proposal",
            TableProposal.unreadable(why)),
        HttpStatus.CONTENT_TOO_LARGE);
  }

  private TableProposal looked(@Nullable MultipartFile table)
      throws IOException, InterruptedException {
    if (table == null || table.isEmpty()) {
      return TableProposal.unreadable(
          new Note(0, "", Note.Severity.REFUSED, "bandung.empty-file", "", List.of()));
    }
    if (!places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      return TableProposal.unreadable(
          new Note(0, "", Note.Severity.REFUSED, "bandung.too-busy", "", List.of()));
    }
    try (var in = table.getInputStream()) {
      return proposals.proposeToVisitor(in);
    } finally {
      places.release();
    }
  }
}
