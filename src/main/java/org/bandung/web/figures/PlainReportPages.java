package org.bandung.web.figures;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bandung.reference.Reference;
import org.bandung.web.figures.PlainReport.Choice;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Reports of one table: what facilitators put in, and the national template of the UNCTAD
/// framework.
@Controller
final class PlainReportPages {

  private static final int YEARS = 5;

  private final MainstreamingReport mainstreaming;
  private final UnctadTemplate template;
  private final Reference reference;
  private final Dictionary dictionary;

  PlainReportPages(
      MainstreamingReport mainstreaming,
      UnctadTemplate template,
      Reference reference,
      Dictionary dictionary) {
    this.mainstreaming = mainstreaming;
    this.template = template;
    this.reference = reference;
    this.dictionary = dictionary;
  }

  private PlainReport mainstreaming(HttpServletRequest request, Visit visit) {
    return mainstreaming.of(Choice.of(request, reference, YEARS), visit.words());
  }

  /// An agency hands in one year.
  private PlainReport template(HttpServletRequest request, Visit visit) {
    return template.of(Choice.of(request, reference, 1), visit.words());
  }

  @GetMapping(MainstreamingReport.ADDRESS)
  String mainstreaming(HttpServletRequest request, Visit visit, Model model) {
    return show(mainstreaming(request, visit), false, visit, model);
  }

  @GetMapping(UnctadTemplate.ADDRESS)
  String template(HttpServletRequest request, Visit visit, Model model) {
    return show(template(request, visit), true, visit, model);
  }

  private String show(PlainReport report, boolean ofCountry, Visit visit, Model model) {
    var words = visit.words();
    model.addAttribute("report", report);
    model.addAttribute("ofCountry", ofCountry);
    model.addAttribute("subject", subject(report, words));
    model.addAttribute("countries", dictionary.countries(words));
    model.addAttribute("chosen", report.choice().parameters());
    model.addAttribute("query", FigureAddress.of("", report.choice().parameters()));
    model.addAttribute("day", words.day(LocalDate.now(ZoneOffset.UTC)));
    return "report-plain";
  }

  private static String subject(PlainReport report, Words words) {
    var choice = report.choice();
    var subject = new ArrayList<String>();
    if (choice.country() != null) {
      subject.add(words.country(choice.country()));
    }
    subject.add(
        choice.from() == choice.to()
            ? Integer.toString(choice.from())
            : words.text(
                "period.both", Integer.toString(choice.from()), Integer.toString(choice.to())));
    return String.join(words.text("list.comma"), subject);
  }

  @GetMapping(MainstreamingReport.ADDRESS + ".csv")
  void mainstreamingCsv(HttpServletRequest request, HttpServletResponse response, Visit visit)
      throws IOException {
    csv(mainstreaming(request, visit), response);
  }

  @GetMapping(UnctadTemplate.ADDRESS + ".csv")
  void templateCsv(HttpServletRequest request, HttpServletResponse response, Visit visit)
      throws IOException {
    csv(template(request, visit), response);
  }

  private static void csv(PlainReport report, HttpServletResponse response) throws IOException {
    var table = demanded(report);
    try (var csv = Download.table(response, name(report), table.codes())) {
      table.write(csv);
    }
  }

  @GetMapping(MainstreamingReport.ADDRESS + ".xlsx")
  void mainstreamingWorkbook(HttpServletRequest request, HttpServletResponse response, Visit visit)
      throws IOException {
    workbook(mainstreaming(request, visit), response, visit.words());
  }

  @GetMapping(UnctadTemplate.ADDRESS + ".xlsx")
  void templateWorkbook(HttpServletRequest request, HttpServletResponse response, Visit visit)
      throws IOException {
    workbook(template(request, visit), response, visit.words());
  }

  private static void workbook(PlainReport report, HttpServletResponse response, Words words)
      throws IOException {
    var table = demanded(report);
    var notes = new ArrayList<>(report.notes());
    if (report.warning() != null) {
      notes.addFirst(report.warning());
    }
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"bandung-" + name(report) + ".xlsx\"");
    table.write(
        response.getOutputStream(),
        report.name() + words.text("list.colon") + subject(report, words),
        List.copyOf(notes));
  }

  private static String name(PlainReport report) {
    return report.address().substring(1).replace('/', '-');
  }

  private static PlainTable demanded(PlainReport report) {
    var table = report.table();
    if (table == null) {
      throw new Refusal.BadParameter("country");
    }
    return table;
  }
}
