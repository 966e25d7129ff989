package org.bandung.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.bandung.exchange.files.InputFiles;
import org.bandung.exchange.files.InputSettings;
import org.bandung.exchange.tables.Proposer;
import org.bandung.exchange.tables.TableProposal;
import org.bandung.kernel.Note;
import org.bandung.reference.Reference;
import org.bandung.registry.Registry;
import org.springframework.stereotype.Service;

/// Looks at unknown tables and proposes how they could be read. Stores nothing.
@Service
public class Proposals {

  /// A file that was looked at.
  ///
  /// @param proposal as far as it could be read
  public record Looked(String file, TableProposal proposal) {}

  private final Proposer proposer;
  private final InputSettings reach;

  public Proposals(Registry registry, Reference reference, InputSettings reach) {
    this.reach = reach;
    this.proposer =
        new Proposer(
            new TableImport.Ground(reference::resolveCountry, reference::fingerprint),
            content -> registry.derive(content).modality());
  }

  /// Looks at a file, or at those in a folder or archive.
  public List<Looked> propose(String input) throws IOException {
    var looked = new ArrayList<Looked>();
    var sink =
        new InputFiles.Sink() {
          @Override
          public boolean file(String name, InputStream bytes) throws IOException {
            looked.add(new Looked(name, proposer.propose(bytes)));
            return true;
          }

          @Override
          public void unreadable(String name, String code, List<String> arguments) {
            var why = new Note(0, "", Note.Severity.REFUSED, code, "", arguments);
            looked.add(new Looked(name, TableProposal.unreadable(why)));
          }
        };
    new InputFiles(sink, InputFiles.Wanted.TABLES, reach).read(List.of(input));
    return looked;
  }

  /// Looks at a small table that anybody sent.
  public TableProposal proposeToVisitor(InputStream table) throws IOException {
    return proposer.proposeToVisitor(table);
  }
}
