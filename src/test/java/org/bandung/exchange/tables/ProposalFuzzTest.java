package org.bandung.exchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bandung.registry.StatementOracle;

/// Any bytes as a table that nobody knows: what is proposed is a mapping that can be read.
class ProposalFuzzTest {

  private static final Proposer PROPOSER = new Proposer(TableOracle.GROUND, c -> "bilateral");

  @FuzzTest(maxDuration = "10m")
  void readsAnything(byte[] bytes) throws IOException {
    var proposal = PROPOSER.proposeToVisitor(new ByteArrayInputStream(bytes));
    proposal.unreadable().ifPresent(n -> TableOracle.known(n.code()));
    StatementOracle.notes(proposal.notes());
    assertThat(proposal.rows().size()).isLessThanOrEqualTo(20);
    assertThat(proposal.read()).isLessThanOrEqualTo(300);
    var mapping = proposal.mapping().getBytes(StandardCharsets.UTF_8);
    if (proposal.columns().isEmpty() || mapping.length > 256 << 10) {
      return;
    }
    switch (MappingReader.read("proposed", new ByteArrayInputStream(mapping))) {
      case MappingReader.Reading.Read read -> assertThat(read.mapping().rules()).isNotEmpty();
      // Nothing was recognised: a person has to say what the columns mean.
      case MappingReader.Reading.Faulty(var faults) ->
          assertThat(faults).as(proposal.mapping()).allMatch(f -> f.code().equals("mapping-lacks"));
    }
    proposal
        .rows()
        .forEach(row -> {
          StatementOracle.notes(row.notes());
          assertThat(row.notes()).noneMatch(n -> n.code().equals("bandung.fault"));
        });
  }
}
