package org.bandung.web.data;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.AccessSettings;
import org.bandung.exchange.packages.DataSettings;
import org.bandung.exchange.packages.Dumps;
import org.bandung.exchange.packages.Dumps.Dump;
import org.bandung.exchange.packages.Dumps.Kind;
import org.bandung.kernel.Messages;
import org.bandung.web.data.Offers.Offer;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.SiteSettings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/// The catalogue of what this node offers, for portals that collect from others: DCAT as JSON-LD,
/// in the way of its application profile for data portals.
@Controller
final class DataCatalogue {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LANGUAGE = "http://id.loc.gov/vocabulary/iso639-1/";
  private static final String MEDIA = "https://www.iana.org/assignments/media-types/";

  private final Dumps dumps;
  private final Offers offers;
  private final DataSettings settings;
  private final SiteSettings site;
  private final AccessSettings access;
  private final Dictionary dictionary;

  DataCatalogue(
      Dumps dumps,
      Offers offers,
      DataSettings settings,
      SiteSettings site,
      AccessSettings access,
      Dictionary dictionary) {
    this.dumps = dumps;
    this.offers = offers;
    this.settings = settings;
    this.site = site;
    this.access = access;
    this.dictionary = dictionary;
  }

  @GetMapping(path = "/data/catalogue.jsonld", produces = "application/ld+json")
  @ResponseBody
  String catalogue() {
    var latest = dumps.latest();
    var datasets = new ArrayList<Map<String, Object>>();
    datasets.add(dump(latest));
    for (var offer : offers.list()) {
      if (!offer.code().equals("catalogue") && !offer.code().equals("tossd")) {
        datasets.add(offered(offer));
      }
    }
    var catalogue = new LinkedHashMap<String, Object>();
    catalogue.put("@context", context());
    catalogue.put("@id", address("/data").toString());
    catalogue.put("@type", "dcat:Catalog");
    catalogue.put("dct:title", words("data.heading"));
    catalogue.put("dct:description", words("data.lead"));
    catalogue.put("dct:publisher", publisher());
    catalogue.put("foaf:homepage", reference(address("/").toString()));
    catalogue.put("dct:language", languages());
    latest.ifPresent(d -> catalogue.put("dct:modified", time(d.made())));
    catalogue.put("dcat:dataset", datasets);
    return JSON.writeValueAsString(catalogue);
  }

  private static Map<String, Object> context() {
    var context = new LinkedHashMap<String, Object>();
    context.put("dcat", "http://www.w3.org/ns/dcat#");
    context.put("dct", "http://purl.org/dc/terms/");
    context.put("foaf", "http://xmlns.com/foaf/0.1/");
    context.put("spdx", "http://spdx.org/rdf/terms#");
    context.put("vcard", "http://www.w3.org/2006/vcard/ns#");
    context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    return context;
  }

  private URI address(String path) {
    return access.publicAddress().resolve(path);
  }

  private static Map<String, Object> reference(String address) {
    return Map.of("@id", address);
  }

  private static Map<String, Object> time(String moment) {
    return typed("xsd:dateTime", moment);
  }

  private static Map<String, Object> typed(String type, String value) {
    var typed = new LinkedHashMap<String, Object>();
    typed.put("@type", type);
    typed.put("@value", value);
    return typed;
  }

  /// The same words in every language.
  private List<Map<String, Object>> words(String key) {
    return Messages.LANGUAGES.stream()
        .map(l -> {
          var said = new LinkedHashMap<String, Object>();
          said.put("@language", l);
          said.put("@value", dictionary.in(l).text(key));
          return (Map<String, Object>) said;
        })
        .toList();
  }

  private static List<Map<String, Object>> languages() {
    return Messages.LANGUAGES.stream().map(l -> reference(LANGUAGE + l)).toList();
  }

  private Map<String, Object> publisher() {
    var publisher = new LinkedHashMap<String, Object>();
    publisher.put("@id", address("/about").toString());
    publisher.put("@type", "foaf:Agent");
    publisher.put("foaf:name", "Bandung, " + access.publicAddress().getHost());
    return publisher;
  }

  private Map<String, Object> dataset(String path, String title, String text) {
    var dataset = new LinkedHashMap<String, Object>();
    dataset.put("@id", address(path).toString());
    dataset.put("@type", "dcat:Dataset");
    dataset.put("dct:title", words(title));
    dataset.put("dct:description", words(text));
    dataset.put("dct:publisher", reference(address("/about").toString()));
    dataset.put("dcat:landingPage", reference(address("/data").toString()));
    site.contact()
        .ifPresent(contact -> {
          var point = new LinkedHashMap<String, Object>();
          point.put("@type", "vcard:Kind");
          if (contact.contains("@")) {
            point.put("vcard:hasEmail", reference("mailto:" + contact));
          } else {
            point.put("vcard:hasURL", reference(contact));
          }
          dataset.put("dcat:contactPoint", point);
        });
    return dataset;
  }

  private Map<String, Object> dump(Optional<Dump> latest) {
    var dataset = dataset("/data#all", "data.all", "data.all.text");
    dataset.put("dct:language", languages());
    dataset.put("dct:accrualPeriodicity", reference("http://purl.org/cld/freq/daily"));
    latest.ifPresent(d -> {
      dataset.put("dct:modified", time(d.made()));
      dataset.put(
          "dcat:distribution",
          List.of(
              file(d, Kind.ZIP, "data.zip", d.zipBytes(), d.zipSha256()),
              file(d, Kind.WORKBOOK, "data.workbook", d.workbookBytes(), d.workbookSha256())));
    });
    return dataset;
  }

  /// A file of the day, whose content never changes, so that its checksum holds.
  private Map<String, Object> file(Dump dump, Kind kind, String title, long bytes, String sha256) {
    var path = "/data/bandung-" + dump.day() + kind.ending();
    var file = distribution(path, title, kind.mediaType());
    file.put("dct:issued", time(dump.made()));
    file.put("dcat:byteSize", typed("xsd:nonNegativeInteger", Long.toString(bytes)));
    var checksum = new LinkedHashMap<String, Object>();
    checksum.put("@type", "spdx:Checksum");
    checksum.put("spdx:algorithm", reference("spdx:checksumAlgorithm_sha256"));
    checksum.put("spdx:checksumValue", typed("xsd:hexBinary", sha256));
    file.put("spdx:checksum", checksum);
    return file;
  }

  private Map<String, Object> distribution(String path, String title, String mediaType) {
    var file = new LinkedHashMap<String, Object>();
    file.put("@id", address(path).toString());
    file.put("@type", "dcat:Distribution");
    file.put("dct:title", words(title));
    file.put("dcat:accessURL", reference(address("/data").toString()));
    file.put("dcat:downloadURL", reference(address(path).toString()));
    file.put("dcat:mediaType", reference(MEDIA + mediaType));
    settings.licence().ifPresent(l -> file.put("dct:license", reference(l.address())));
    return file;
  }

  private Map<String, Object> offered(Offer offer) {
    var title = "data.offer." + offer.code();
    var dataset = dataset("/data#" + offer.code(), title, title + ".text");
    dataset.put(
        "dcat:distribution", List.of(distribution(offer.address(), title, offer.mediaType())));
    return dataset;
  }
}
