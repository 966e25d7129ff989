package org.bandung.exchange.files;

import java.io.IOException;
import java.io.InputStream;

/// Cuts the records out of an XML file as exact text, in flat memory, without parsing them.
///
/// It knows markup just well enough never to take a tag in a comment, a CDATA section or an
/// attribute for a tag. What it cuts is parsed by others, one record at a time, so that one bad
/// record never costs its file; no document type is ever processed, so no entity ever expands.
public final class XmlSlicer {

  static final int LONGEST_RECORD = 32 << 20;
  static final int DEEPEST = 200;
  private static final int LONGEST_ROOT_TAG = 1 << 20;

  /// What is found, in the order of the file.
  public interface Sink {

    /// The root's start tag; answers with the name of its record elements.
    String root(String name, String tag, int line) throws IOException;

    void record(String text, int firstLine) throws IOException;

    /// A record that is not worth parsing.
    ///
    /// @param beginning its first characters
    void refused(String code, String beginning, int firstLine, int line, String argument)
        throws IOException;

    /// Something odd around the records.
    void remark(String code, int line, String argument);
  }

  private final XmlDecoder decoder;
  private final XmlScanner scanner;
  private final Sink sink;
  private String rootName = "";
  private String recordName = "";
  private boolean rootClosed;
  private boolean cutOff;

  /// @param bytes are read to their end, but not closed
  public XmlSlicer(InputStream bytes, Sink sink) throws IOException {
    this.sink = sink;
    this.decoder = new XmlDecoder(bytes);
    this.scanner = new XmlScanner(decoder);
  }

  /// Reads the whole file; of one that breaks off, what came before.
  ///
  /// @throws IOException why it broke off, when all that came before is cut
  public void slice() throws IOException {
    try {
      cut();
    } catch (UnreadableInput e) {
      decoder.requireWhole(); // explains more than what it left behind
      throw e;
    }
    decoder.requireWhole();
  }

  private void cut() throws IOException {
    decoder.wronglyDeclared().ifPresent(name -> sink.remark("bandung.wrong-encoding", 1, name));
    findRoot();
    while (true) {
      int line = scanner.line();
      if (scanner.skipText()) {
        sink.remark(rootClosed ? "bandung.after-end" : "bandung.stray-text", line, "");
      }
      var markup = scanner.markup();
      if (markup == XmlScanner.Markup.END_OF_INPUT) {
        break;
      }
      besideRecords(markup);
    }
    if (!rootClosed && !cutOff) {
      sink.remark("bandung.truncated-file", scanner.line(), "");
    }
    mended();
  }

  private void mended() {
    if (scanner.mendedLine() != 0) {
      sink.remark("bandung.transcoded", scanner.mendedLine(), decoder.mendedAs());
    }
  }

  private void findRoot() throws IOException {
    while (true) {
      boolean text = scanner.skipText();
      if (text) {
        throw new UnreadableInput(
            scanner.firstText() == '{' || scanner.firstText() == '['
                ? "bandung.json"
                : "bandung.not-xml");
      }
      switch (scanner.markup()) {
        case END_OF_INPUT ->
            throw new UnreadableInput(
                scanner.sawMarkup() ? "bandung.not-xml" : "bandung.empty-file");
        case START -> {
          startRoot();
          return;
        }
        case DOCTYPE -> {
          if (scanner.nameIsIgnoringCase("html")) {
            throw new UnreadableInput("bandung.html");
          }
          sink.remark("bandung.doctype-ignored", scanner.tagLine(), scanner.name());
        }
        case COMMENT, INSTRUCTION -> {}
        case END, CDATA, NONE -> throw new UnreadableInput("bandung.not-xml");
      }
    }
  }

  private void startRoot() throws IOException {
    if (scanner.nameIsIgnoringCase("html")) {
      throw new UnreadableInput("bandung.html");
    }
    rootName = scanner.name();
    int line = scanner.tagLine();
    scanner.capture("<" + rootName, LONGEST_ROOT_TAG);
    var ending = scanner.finishTag();
    var tag = scanner.captured(0);
    if (tag == null || ending == XmlScanner.Ending.END_OF_INPUT) {
      throw new UnreadableInput("bandung.not-xml");
    }
    recordName = sink.root(rootName, tag, line);
    rootClosed = ending == XmlScanner.Ending.CLOSED;
  }

  private void besideRecords(XmlScanner.Markup markup) throws IOException {
    switch (markup) {
      case START -> {
        if (scanner.nameIs(recordName)) {
          record();
        } else if (scanner.nameIs(rootName)) {
          startRoot();
        } else {
          sink.remark("bandung.unexpected-element", scanner.tagLine(), scanner.name());
          scanner.finishTag();
        }
      }
      case END -> {
        if (scanner.nameIs(rootName)) {
          rootClosed = true;
        } else {
          sink.remark("bandung.unexpected-element", scanner.tagLine(), "/" + scanner.name());
        }
      }
      case DOCTYPE -> sink.remark("bandung.doctype-ignored", scanner.tagLine(), scanner.name());
      case CDATA, NONE -> sink.remark("bandung.stray-text", scanner.tagLine(), "");
      case COMMENT, INSTRUCTION, END_OF_INPUT -> {}
    }
  }

  /// Reads records as long as each one runs into the next without an end tag.
  private void record() throws IOException {
    boolean another = true;
    while (another) {
      int firstLine = scanner.tagLine();
      scanner.capture("<" + recordName, LONGEST_RECORD);
      scanner.forgetIllegal();
      if (scanner.finishTag() == XmlScanner.Ending.CLOSED) {
        emit(firstLine, 0);
        return;
      }
      another = inside(firstLine);
    }
  }

  /// @return whether the record ran into the start tag of another one
  private boolean inside(int firstLine) throws IOException {
    int depth = 1;
    int tooDeepAt = 0;
    while (true) {
      scanner.skipText();
      long before = scanner.capturedBeforeTag();
      switch (scanner.markup()) {
        case START -> {
          if (scanner.nameIs(recordName)) {
            broken("bandung.end-tag-missing", firstLine, before);
            return true;
          }
          if (scanner.finishTag() == XmlScanner.Ending.OPEN
              && ++depth > DEEPEST
              && tooDeepAt == 0) {
            tooDeepAt = scanner.tagLine();
            scanner.stopCapturing();
          }
        }
        case END -> {
          depth--;
          if (scanner.nameIs(recordName)) {
            emit(firstLine, tooDeepAt);
            return false;
          }
          if (scanner.nameIs(rootName)) {
            rootClosed = true;
            broken("bandung.end-tag-missing", firstLine, before);
            return false;
          }
        }
        case END_OF_INPUT -> {
          cutOff = true;
          broken("bandung.truncated", firstLine, before);
          return false;
        }
        case COMMENT, INSTRUCTION, CDATA, DOCTYPE, NONE -> {}
      }
    }
  }

  private void broken(String code, int firstLine, long before) throws IOException {
    var beginning = scanner.beginning(before);
    sink.refused(code, beginning, firstLine, firstLine, "");
  }

  private void emit(int firstLine, int tooDeepAt) throws IOException {
    var text = tooDeepAt == 0 ? scanner.captured(0) : null;
    if (tooDeepAt != 0) {
      var limit = String.valueOf(DEEPEST);
      sink.refused("bandung.too-deep", scanner.beginning(0), firstLine, tooDeepAt, limit);
    } else if (text == null) {
      var limit = String.valueOf(LONGEST_RECORD >> 20);
      sink.refused("bandung.record-too-large", scanner.beginning(0), firstLine, firstLine, limit);
    } else if (scanner.illegalLine() != 0) {
      var character = "U+%04X".formatted((int) scanner.illegal());
      sink.refused("bandung.illegal-character", text, firstLine, scanner.illegalLine(), character);
    } else {
      sink.record(text, firstLine);
    }
  }
}
