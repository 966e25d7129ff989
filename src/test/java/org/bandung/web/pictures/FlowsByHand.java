package org.bandung.web.pictures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Question;

/// Amounts with one code of each dimension, added up the plain way.
final class FlowsByHand {

  private record Flow(Map<Dimension, String> codes, long cents) {}

  private final List<Flow> flows = new ArrayList<>();

  FlowsByHand add(long cents, Map<Dimension, String> codes) {
    flows.add(new Flow(Map.copyOf(codes), cents));
    return this;
  }

  long total() {
    return flows.stream().mapToLong(Flow::cents).sum();
  }

  Optional<Answer> ask(Question question) {
    var cells = new HashMap<String, Map<String, Cell>>();
    var rows = new HashMap<String, Cell>();
    var columns = new HashMap<String, Cell>();
    var total = Cell.NONE;
    for (var flow : flows) {
      if (!question.filters().entrySet().stream()
          .allMatch(f -> f.getValue().contains(flow.codes().getOrDefault(f.getKey(), "")))) {
        continue;
      }
      total = plus(total, flow);
      var row = code(question.rows(), flow);
      var column = code(question.columns(), flow);
      row.ifPresent(r -> rows.merge(r, plus(Cell.NONE, flow), FlowsByHand::sum));
      column.ifPresent(c -> {
        columns.merge(c, plus(Cell.NONE, flow), FlowsByHand::sum);
        cells
            .computeIfAbsent(row.orElseThrow(), r -> new HashMap<>())
            .merge(c, plus(Cell.NONE, flow), FlowsByHand::sum);
      });
    }
    return Optional.of(
        new Answer(
            question,
            List.copyOf(rows.keySet()),
            List.copyOf(columns.keySet()),
            cells,
            rows,
            columns,
            total,
            new Answer.Coverage(total.records(), 0, 0)));
  }

  private static Optional<String> code(Optional<Dimension> dimension, Flow flow) {
    return dimension.map(d -> flow.codes().getOrDefault(d, ""));
  }

  private static Cell plus(Cell cell, Flow flow) {
    return new Cell(cell.value() + flow.cents(), cell.records() + 1, 0);
  }

  private static Cell sum(Cell one, Cell other) {
    return new Cell(one.value() + other.value(), one.records() + other.records(), 0);
  }
}
