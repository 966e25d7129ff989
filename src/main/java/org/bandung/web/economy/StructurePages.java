package org.bandung.web.economy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The pages of structure and of networks, and their parts as files.
@Controller
final class StructurePages {

  private static final String STRUCTURE = "/countries/{code}/structure";

  private final EconomyFrame frame;
  private final StructureEconomy structures;
  private final NetworkEconomy networks;

  StructurePages(EconomyFrame frame, StructureEconomy structures, NetworkEconomy networks) {
    this.frame = frame;
    this.structures = structures;
    this.networks = networks;
  }

  @GetMapping(STRUCTURE)
  String structure(
      @PathVariable String code, HttpServletRequest request, Visit visit, Model model) {
    var upper = frame.country(code);
    if (!upper.equals(code)) {
      return "redirect:" + StructureEconomy.address(upper);
    }
    model.addAttribute("economy", structure(upper, request, visit.words()));
    return "economy";
  }

  @GetMapping(NetworkEconomy.ADDRESS)
  String network(HttpServletRequest request, Visit visit, Model model) {
    model.addAttribute("economy", network(request, visit.words()));
    return "economy";
  }

  @GetMapping({
    STRUCTURE + EconomyFiles.CSV,
    STRUCTURE + EconomyFiles.XLSX,
    STRUCTURE + EconomyFiles.JSON,
    STRUCTURE + EconomyFiles.SVG
  })
  void structure(
      @PathVariable String code,
      @PathVariable String table,
      HttpServletRequest request,
      HttpServletResponse response,
      Visit visit)
      throws IOException {
    EconomyFiles.send(
        structure(frame.country(code), request, visit.words()),
        table,
        request,
        response,
        visit.words());
  }

  @GetMapping({
    NetworkEconomy.ADDRESS + EconomyFiles.CSV,
    NetworkEconomy.ADDRESS + EconomyFiles.XLSX,
    NetworkEconomy.ADDRESS + EconomyFiles.JSON,
    NetworkEconomy.ADDRESS + EconomyFiles.SVG
  })
  void network(
      @PathVariable String table,
      HttpServletRequest request,
      HttpServletResponse response,
      Visit visit)
      throws IOException {
    EconomyFiles.send(network(request, visit.words()), table, request, response, visit.words());
  }

  private EconomyPage structure(String country, HttpServletRequest request, Words words) {
    return structures.of(
        country,
        EconomyForm.of(request, StructureEconomy.MARKETS, StructureEconomy.PRODUCTION),
        words);
  }

  private EconomyPage network(HttpServletRequest request, Words words) {
    return networks.of(EconomyForm.of(request, NetworkEconomy.GROUPING), words);
  }
}
