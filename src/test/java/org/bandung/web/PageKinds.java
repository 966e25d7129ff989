package org.bandung.web;

import java.util.List;

/// One address of every kind of page, in the invented world.
final class PageKinds {

  static final List<String> ALL =
      List.of(
          "/",
          "/initiatives",
          "/initiatives?country=ZZZ",
          "/initiatives/QM-AG-0/a%20b",
          "/find?text=seed%20banks&for=QNN",
          "/search?q=seed%20banks",
          "/catalogue",
          "/catalogue?kind=need&open=true",
          "/catalogue/npyp01kecf3d0624",
          "/agreements",
          "/agreements/made-up",
          "/agreements/made-up/text",
          "/agreements/made-up/files/made-up",
          "/agreements/made-up/bundle.json",
          "/keys",
          "/commitments",
          "/commitments/made-up",
          "/events",
          "/timeline",
          "/flows",
          "/statistics",
          "/statistics?rows=recipient&columns=year&measure=given&in=USD",
          "/statistics?rows=no-such",
          "/statistics/records?modality=bilateral",
          "/statistics/pairs",
          "/indicators",
          "/indicators/share-triangular",
          "/indicators/execution-rate?rows=no-such",
          "/reports",
          "/reports/country",
          "/reports/country?country=QNN&from=2005&to=2020",
          "/reports/unctad",
          "/reports/unctad-template?country=QMM",
          "/reports/mainstreaming",
          "/countries",
          "/countries/QNN",
          "/groupings",
          "/groupings/COMM",
          "/organisations",
          "/organisations/fao",
          "/sources",
          "/sources/iati:QM-AG",
          "/sources/imports/1",
          "/rates",
          "/rates?amount=100&from=QMD&to=EUR&date=2019-05-03",
          "/propose",
          "/about",
          "/accessibility",
          "/privacy",
          "/api",
          "/sign-in",
          "/recovery",
          "/recovery/made-up",
          "/invitation/made-up",
          "/help/notes",
          "/problems/not-found",
          "/no-such-page");

  private PageKinds() {}
}
