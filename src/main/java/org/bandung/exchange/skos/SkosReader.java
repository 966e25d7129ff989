package org.bandung.exchange.skos;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.hasmac.jsonld.JsonLdError;
import no.hasmac.jsonld.JsonLdErrorCode;
import org.bandung.exchange.files.UnreadableInput;
import org.eclipse.rdf4j.rio.ParseErrorListener;
import org.eclipse.rdf4j.rio.ParseLocationListener;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.RioSetting;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.XMLParserSettings;
import org.eclipse.rdf4j.rio.jsonld.JSONLDSettings;
import org.eclipse.rdf4j.rio.ntriples.NTriplesParserSettings;

/// Reads a vocabulary in SKOS. What stands before a fault is kept, and the fault is told.
final class SkosReader {

  /// What relative addresses are relative to: the file says no other, and nothing is fetched.
  private static final String BASE = "http://vocabulary.invalid/";

  /// What a file may have wrong without losing more than the one value.
  private static final List<RioSetting<Boolean>> LENIENT =
      List.of(
          BasicParserSettings.VERIFY_URI_SYNTAX,
          BasicParserSettings.VERIFY_RELATIVE_URIS,
          BasicParserSettings.VERIFY_LANGUAGE_TAGS,
          BasicParserSettings.VERIFY_DATATYPE_VALUES,
          XMLParserSettings.FAIL_ON_DUPLICATE_RDF_ID,
          XMLParserSettings.FAIL_ON_INVALID_NCNAME,
          XMLParserSettings.FAIL_ON_NON_STANDARD_ATTRIBUTES,
          XMLParserSettings.FAIL_ON_SAX_NON_FATAL_ERRORS);

  private final SkosLimits limits;
  private final SkosNotes notes = new SkosNotes();

  private SkosReader(SkosLimits limits) {
    this.limits = limits;
  }

  /// @param whole whether the file was read to its end
  record Reading(SkosScheme scheme, SkosNotes notes, boolean whole) {}

  /// @param file its name, from which the format may be told
  static Reading read(InputStream bytes, String file, Optional<SkosFormat> given, SkosLimits limits)
      throws IOException {
    return new SkosReader(limits).read(bytes, file, given);
  }

  private Reading read(InputStream bytes, String file, Optional<SkosFormat> given)
      throws IOException {
    var text = SkosText.of(bytes);
    var format = given.orElseGet(() -> SkosFormat.ofText(text.head(), file));
    boolean json = format == SkosFormat.JSON_LD;
    long stretch = json ? limits.charactersOfJson() : limits.stretch();
    text.limit(json ? limits.charactersOfJson() : limits.characters(), stretch, json);
    var collector = new SkosCollector(limits, notes, text::understood);
    boolean whole = parse(parser(format, collector), text) && text.failure().isEmpty();
    text.failure().ifPresent(this::broken);
    var scheme = collector.finished();
    if (whole && scheme.concepts().isEmpty()) {
      notes.add("skos-empty", "", format.code());
    }
    return new Reading(scheme, notes, whole);
  }

  private RDFParser parser(SkosFormat format, SkosCollector collector) {
    var parser = format.parser();
    parser.setRDFHandler(collector);
    parser.setParseLocationListener((ParseLocationListener) (line, column) -> notes.at(line));
    parser.setParseErrorListener(new Faults());
    for (var setting : LENIENT) {
      parser.set(setting, false);
      parser.getParserConfig().addNonFatalError(setting);
    }
    parser.getParserConfig().addNonFatalError(NTriplesParserSettings.FAIL_ON_INVALID_LINES);
    parser.set(XMLParserSettings.SECURE_PROCESSING, true);
    parser.set(XMLParserSettings.DISALLOW_DOCTYPE_DECL, true);
    parser.set(XMLParserSettings.LOAD_EXTERNAL_DTD, false);
    parser.set(XMLParserSettings.EXTERNAL_GENERAL_ENTITIES, false);
    parser.set(XMLParserSettings.EXTERNAL_PARAMETER_ENTITIES, false);
    parser.set(JSONLDSettings.SECURE_MODE, true);
    parser.set(JSONLDSettings.WHITELIST, Set.of());
    parser.set(
        JSONLDSettings.DOCUMENT_LOADER,
        (address, options) -> {
          notes.add("skos-context", "", address);
          throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED);
        });
    return parser;
  }

  private boolean parse(RDFParser parser, SkosText text) {
    try {
      parser.parse(text, BASE);
      return true;
    } catch (StackOverflowError e) {
      // The parsers call themselves for what stands inside something else: only a file that was
      // made to do harm is nested so deeply.
      notes.add("skos-too-deep", "");
    } catch (OutOfMemoryError e) {
      // JSON-LD is read as a whole: what it became is let go here, and nothing has been changed.
      notes.add("skos-memory", "", Runtime.getRuntime().maxMemory() >> 20);
    } catch (IOException | RuntimeException e) {
      // The library lets through what its own parts throw at a hostile file.
      if (text.failure().isEmpty()) {
        if (e instanceof RDFParseException fault) {
          notes.at(fault.getLineNumber());
        }
        told(e);
      }
    }
    return false;
  }

  /// The file could not be fetched or unpacked to its end.
  private void broken(IOException failure) {
    if (failure instanceof UnreadableInput why) {
      unreadable(why);
    } else {
      notes.add("broken-archive", "", String.valueOf(failure.getMessage()));
    }
  }

  private void unreadable(UnreadableInput why) {
    notes.add(why.code().replaceFirst("^bandung\\.", ""), "", why.arguments().toArray());
  }

  private void told(Exception fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableInput why) {
        unreadable(why);
        return;
      }
      if (String.valueOf(cause.getMessage()).contains("DOCTYPE")) {
        notes.add("skos-doctype", "");
        return;
      }
    }
    if (!notes.counts().containsKey("bandung.skos-context")) {
      notes.add("skos-broken", "", String.valueOf(fault.getMessage()));
    }
  }

  /// Faults that cost one value or line.
  private final class Faults implements ParseErrorListener {
    @Override
    public void warning(String message, long line, long column) {
      // an unusual way to write something down
    }

    @Override
    public void error(String message, long line, long column) {
      notes.at(line);
      notes.add("skos-value", "", message);
    }

    @Override
    public void fatalError(String message, long line, long column) {
      // comes as an exception as well
    }
  }
}
