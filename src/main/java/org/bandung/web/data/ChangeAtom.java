package org.bandung.web.data;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bandung.access.AccessSettings;
import org.bandung.kernel.Fate;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Reader;
import org.bandung.registry.Registry;
import org.bandung.registry.counted.Countable;
import org.bandung.store.ChangeFeed;
import org.bandung.store.ChangeLog.Change;
import org.bandung.web.frame.Atom;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What came, changed or went, newest first, as an Atom feed (RFC 4287) in pages (RFC 5005), with
/// tombstones (RFC 6721) for what is not public any more.
@Controller
final class ChangeAtom {

  private static final String PATH = "/data/changes.atom";
  private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
  private static final int PAGE = 100;

  private final ChangeFeed changes;
  private final Registry registry;
  private final AccessSettings settings;

  ChangeAtom(ChangeFeed changes, Registry registry, AccessSettings settings) {
    this.changes = changes;
    this.registry = registry;
    this.settings = settings;
  }

  @GetMapping(PATH)
  void feed(
      @RequestParam(required = false) @Nullable String before,
      Visit visit,
      HttpServletResponse response)
      throws IOException, XMLStreamException {
    switch (changes.before(Optional.ofNullable(before), PAGE)) {
      case ChangeFeed.Unreadable unreadable -> throw new Refusal.BadParameter("before");
      // of before a restore: whoever follows begins again
      case ChangeFeed.Elsewhere elsewhere -> response.sendError(HttpServletResponse.SC_GONE);
      case ChangeFeed.Page page -> write(page, before, visit.words(), response);
    }
  }

  private void write(
      ChangeFeed.Page page, @Nullable String before, Words words, HttpServletResponse response)
      throws IOException, XMLStreamException {
    var ids = ids(page.changes());
    var fates = registry.fates(Reader.PUBLIC, ids);
    var titles =
        registry.countable(ids).stream()
            .collect(Collectors.toMap(Countable::id, c -> c.content().title()));
    response.setContentType("application/atom+xml;charset=UTF-8");
    var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(response.getWriter());
    begin(xml, page, before, words, updated(ids, fates));
    for (var id : ids) {
      var fate = fates.get(id);
      if (fate != null) {
        entry(xml, id, fate, titles, words);
      }
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  /// Each initiative once, where it changed last.
  private static List<String> ids(List<Change> changes) {
    var ids = new LinkedHashSet<String>();
    for (var change : changes) {
      if (change.module().equals("registry") && change.kind().equals("initiative")) {
        ids.add(change.id());
      }
    }
    return new ArrayList<>(ids);
  }

  private static Instant updated(List<String> ids, Map<String, Fate> fates) {
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(fates.get(id)).stream())
        .flatMap(fate -> since(fate).stream())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private static Optional<Instant> since(Fate fate) {
    return switch (fate) {
      case Fate.Current(var since) -> since;
      case Fate.Withdrawn(var since) -> since;
      case Fate.Merged(var into) -> Optional.empty();
      case Fate.Closed() -> Optional.empty();
    };
  }

  private void begin(
      XMLStreamWriter xml,
      ChangeFeed.Page page,
      @Nullable String before,
      Words words,
      Instant updated)
      throws XMLStreamException {
    var here = settings.publicAddress();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(Atom.NAMESPACE);
    xml.writeNamespace("at", TOMBSTONES);
    xml.writeAttribute("xml:lang", words.language());
    Atom.text(xml, "title", words.text("data.feed"));
    Atom.text(xml, "id", here.resolve(PATH).toString());
    Atom.link(xml, "alternate", here.resolve("/initiatives").toString());
    Atom.link(xml, "first", here.resolve(PATH).toString());
    Atom.link(
        xml, "self", here.resolve(before == null ? PATH : PATH + "?before=" + before).toString());
    if (!page.caughtUp()) {
      Atom.link(xml, "next", here.resolve(PATH + "?before=" + page.next()).toString());
    }
    Atom.text(xml, "updated", Atom.moment(updated));
    Atom.author(xml);
  }

  private void entry(
      XMLStreamWriter xml, String id, Fate fate, Map<String, LocalizedText> titles, Words words)
      throws XMLStreamException {
    var address = settings.publicAddress().resolve("/initiatives/" + id);
    var title = titles.get(id);
    if (fate instanceof Fate.Current(var since) && title != null) {
      var phrase = words.phrase(title);
      xml.writeStartElement("entry");
      Atom.text(xml, "title", phrase == null ? words.text("not-reported") : phrase.text());
      Atom.text(xml, "id", address.toString());
      Atom.link(xml, "alternate", address.toString());
      Atom.text(xml, "updated", Atom.moment(since.orElse(Instant.EPOCH)));
      xml.writeEndElement();
      return;
    }
    xml.writeStartElement("at", "deleted-entry", TOMBSTONES);
    xml.writeAttribute("ref", address.toString());
    // Of what is closed nothing else is told, not even since when.
    xml.writeAttribute("when", Atom.moment(since(fate).orElse(Instant.EPOCH)));
    if (fate instanceof Fate.Merged(var into)) {
      Atom.link(
          xml, "alternate", settings.publicAddress().resolve("/initiatives/" + into).toString());
    }
    xml.writeEndElement();
  }
}
