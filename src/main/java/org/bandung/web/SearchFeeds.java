package org.bandung.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bandung.access.AccessSettings;
import org.bandung.catalogue.Catalogue;
import org.bandung.kernel.LocalizedText;
import org.bandung.notices.SavedSearches;
import org.bandung.notices.SavedSearches.SaveOutcome;
import org.bandung.registry.Registry;
import org.bandung.search.Question;
import org.bandung.search.Search;
import org.bandung.web.frame.Atom;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A search that goes on: as an Atom feed (RFC 4287) for everybody, kept for who is signed in.
@Controller
final class SearchFeeds {

  private static final int MOST = 50;

  private final SavedSearches searches;
  private final Registry registry;
  private final Catalogue catalogue;
  private final AccessSettings settings;

  SearchFeeds(
      SavedSearches searches, Registry registry, Catalogue catalogue, AccessSettings settings) {
    this.searches = searches;
    this.registry = registry;
    this.catalogue = catalogue;
    this.settings = settings;
  }

  /// A record of the feed.
  private record Item(String path, String title, Instant changed) {}

  @GetMapping("/search.atom")
  void feed(HttpServletRequest request, HttpServletResponse response, Visit visit)
      throws IOException, XMLStreamException {
    var address = ListAddress.readSearch(request.getParameterMap());
    var fresh = searches.feed(question(address, visit), MOST);
    if (fresh.isEmpty()) {
      response.setHeader("Retry-After", "60");
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    response.setContentType("application/atom+xml;charset=UTF-8");
    var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(response.getWriter());
    write(xml, address, items(fresh.get(), visit), visit.words());
    xml.close();
  }

  private static Question question(ListAddress address, Visit visit) {
    return new Question(
        address.find("q").orElse(""),
        visit.words().language(),
        address.find("kind"),
        address.filter(),
        true,
        Optional.empty(),
        MOST);
  }

  private List<Item> items(Map<String, Instant> fresh, Visit visit) {
    var titles = new LinkedHashMap<String, LocalizedText>();
    registry
        .summaries(visit.reader(), fresh.keySet())
        .forEach((id, s) -> titles.put(Search.key("initiative", id), s.title()));
    var entries = fresh.keySet().stream().map(k -> k.substring(k.indexOf(':') + 1)).toList();
    catalogue
        .summaries(visit.reader(), entries)
        .forEach((id, s) -> titles.put(Search.key("entry", id), s.title()));
    var items = new ArrayList<Item>();
    fresh.forEach((key, at) -> {
      var title = titles.get(key);
      if (title != null) {
        var path =
            key.startsWith("entry:") ? "/catalogue/" + key.substring(6) : "/initiatives/" + key;
        var phrase = visit.words().phrase(title);
        items.add(
            new Item(
                path, phrase == null ? visit.words().text("not-reported") : phrase.text(), at));
      }
    });
    return items;
  }

  private void write(XMLStreamWriter xml, ListAddress address, List<Item> items, Words words)
      throws XMLStreamException {
    var here = settings.publicAddress();
    var search = here.resolve(address.under("/search")).toString();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(Atom.NAMESPACE);
    xml.writeAttribute("xml:lang", words.language());
    Atom.text(xml, "title", words.text("search.feed", address.find("q").orElse("")));
    Atom.text(xml, "id", search);
    Atom.link(xml, "alternate", search);
    Atom.link(xml, "self", here.resolve(address.under("/search.atom")).toString());
    Atom.text(
        xml, "updated", Atom.moment(items.isEmpty() ? Instant.EPOCH : items.getFirst().changed()));
    Atom.author(xml);
    for (var item : items) {
      xml.writeStartElement("entry");
      Atom.text(xml, "title", item.title());
      Atom.text(xml, "id", here.resolve(item.path()).toString());
      Atom.link(xml, "alternate", here.resolve(item.path()).toString());
      Atom.text(xml, "updated", Atom.moment(item.changed()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  /// Keeps the search whose parameters the form repeats.
  @PostMapping("/desk/searches")
  String save(
      HttpServletRequest request, @RequestParam(defaultValue = "") String name, Visit visit) {
    var account = visit.requireAccount();
    var address = ListAddress.readSearch(request.getParameterMap());
    var saved = searches.save(account, name, address.under("/search"), question(address, visit));
    return switch (saved) {
      case SaveOutcome.Saved done -> "redirect:/desk/notices#searches";
      case SaveOutcome.Refused(var field) -> throw new Refusal.BadParameter(field);
      case SaveOutcome.TooMany(var most) -> "redirect:/desk/notices?too-many#searches";
    };
  }
}
