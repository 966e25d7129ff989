package org.bandung.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.bandung.reference.Reference;
import org.bandung.registry.CountryTies;
import org.bandung.registry.Facets;
import org.bandung.registry.Registry;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// The map of flows: who provides to whom among the initiatives of a list.
@Controller
final class FlowPages {

  private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

  private final Registry registry;
  private final Reference reference;
  private final Dictionary dictionary;
  private final ListNames names;
  private final ITemplateEngine templates;

  FlowPages(
      Registry registry,
      Reference reference,
      Dictionary dictionary,
      ListNames names,
      ITemplateEngine templates) {
    this.registry = registry;
    this.reference = reference;
    this.dictionary = dictionary;
    this.names = names;
    this.templates = templates;
  }

  @GetMapping("/flows")
  String show(HttpServletRequest request, Visit visit, Model model) {
    var address = ListAddress.read(request.getParameterMap());
    var unknown = names.unknown(address, visit);
    var words = visit.words();
    model.addAttribute("address", address);
    model.addAttribute("unknown", unknown);
    model.addAttribute("used", names.used(address, "/flows", words));
    model.addAttribute("map", map(address, unknown, visit));
    model.addAttribute("modalities", dictionary.modalities(words));
    model.addAttribute("sectors", dictionary.sectors(words));
    model.addAttribute("regions", dictionary.regions(words));
    model.addAttribute("kept", names.kept(address, FIELDS));
    return "flows";
  }

  /// The fields of the form; what else narrows the list stays as it is.
  private static final List<String> FIELDS =
      List.of("modality", "sector", "region", "year", "southSouth");

  private FlowMap map(ListAddress address, List<String> unknown, Visit visit) {
    if (!unknown.isEmpty()) {
      return FlowMap.of(CountryTies.Flows.NONE, 0, address, reference, visit.words());
    }
    var flows = registry.flows(visit.reader(), address.filter(), FlowMap.SHOWN);
    Facets facets = registry.facets(visit.reader(), address.filter());
    return FlowMap.of(flows, facets.total(), address, reference, visit.words());
  }

  @GetMapping("/flows.csv")
  void download(HttpServletRequest request, HttpServletResponse response, Visit visit)
      throws IOException {
    var address = ListAddress.read(request.getParameterMap());
    var unknown = names.unknown(address, visit);
    if (!unknown.isEmpty()) {
      throw new Refusal.BadParameter(unknown.getFirst());
    }
    var words = visit.words();
    var flows = registry.flows(visit.reader(), address.filter(), CountryTies.Flows.ALL);
    try (var table =
        Download.table(
            response,
            "flows",
            "provider",
            "provider_name",
            "recipient",
            "recipient_name",
            "modality",
            "modality_name",
            "initiatives")) {
      for (var flow : flows.largest()) {
        table.row(
            flow.provider().alpha3(),
            words.country(flow.provider()),
            flow.recipient().alpha3(),
            words.country(flow.recipient()),
            flow.modality(),
            words.modality(flow.modality()),
            flow.initiatives());
      }
    }
  }

  /// The picture alone, to be put into a text; it says itself what it shows.
  @GetMapping("/flows.svg")
  ResponseEntity<String> picture(HttpServletRequest request, Visit visit) {
    var address = ListAddress.read(request.getParameterMap());
    var unknown = names.unknown(address, visit);
    if (!unknown.isEmpty()) {
      throw new Refusal.BadParameter(unknown.getFirst());
    }
    var words = visit.words();
    var content = new Context(Locale.forLanguageTag(words.language()));
    content.setVariable("w", words);
    content.setVariable("map", map(address, unknown, visit));
    content.setVariable("used", names.used(address, "/flows", words));
    content.setVariable("today", words.day(LocalDate.now(ZoneOffset.UTC)));
    return ResponseEntity.ok()
        .contentType(SVG) // a view would call it a page
        .body(templates.process("flows-picture", content));
  }
}
