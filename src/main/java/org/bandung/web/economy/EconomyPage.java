package org.bandung.web.economy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A page of the economy: what it is about, its most telling figures, its parts, what they rest on.
///
/// @param address without parameters
/// @param query the parameters that choose it again, with their question mark; empty if there are
///   none
/// @param path pages above it
/// @param form what else can be chosen
/// @param missing null if there is something to show
/// @param facts what all figures rest on
record EconomyPage(
    String address,
    String query,
    Heading heading,
    Form form,
    @Nullable Missing missing,
    List<Figure> figures,
    List<Part> parts,
    List<Fact> facts,
    List<Link> onward) {

  EconomyPage {
    figures = List.copyOf(figures);
    parts = List.copyOf(parts);
    facts = List.copyOf(facts);
    onward = List.copyOf(onward);
  }

  /// The fact that says that the data are of few reporters.
  static final String PARTIAL = "partial";

  /// What has to be known before any figure is read; null if there is nothing of the kind.
  public @Nullable String notice() {
    return facts.stream()
        .filter(f -> f.code().equals(PARTIAL))
        .map(Fact::value)
        .findFirst()
        .orElse(null);
  }

  /// What the page is about.
  ///
  /// @param lead a sentence that says the most; empty if there is none
  record Heading(List<Link> path, String name, String lead) {
    Heading {
      path = List.copyOf(path);
    }
  }

  record Link(String href, String name) {}

  /// A line of what figures rest on.
  ///
  /// @param code what files call it
  /// @param href null if it opens to nothing
  record Fact(String code, String name, String value, @Nullable String href) {}

  /// Why there is nothing to show, and what brings it.
  ///
  /// @param command empty if it is no command that helps
  record Missing(String text, String command) {}

  /// One of the most telling figures.
  ///
  /// @param value null if the data do not tell it
  /// @param aside how it moves; empty if there is nothing to say
  /// @param href the part it is from
  record Figure(@Nullable String value, String name, String aside, String href) {}

  /// A part of the page.
  ///
  /// @param id its mark in the page and the name of its files
  /// @param text what it says and how it is meant
  /// @param drawing null if it has none
  /// @param notes what else has to be said of it
  record Part(
      String id,
      String name,
      String text,
      @Nullable Chart drawing,
      EconomyTable table,
      List<String> notes) {
    Part {
      notes = List.copyOf(notes);
    }

    Part(String id, String name, String text, EconomyTable table) {
      this(id, name, text, null, table, List.of());
    }
  }

  /// What can be chosen.
  record Form(List<Field> fields) {
    Form {
      fields = List.copyOf(fields);
    }
  }

  /// One thing to choose, or to type if nothing is offered.
  record Field(String name, String label, String value, List<Option> options) {
    Field {
      options = List.copyOf(options);
    }
  }

  record Option(String value, String name) {}

  Optional<Part> part(String id) {
    return parts.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  /// The address of a part as a file.
  public String file(Part part, String ending) {
    return address + "/tables/" + part.id() + "." + ending + query;
  }
}
