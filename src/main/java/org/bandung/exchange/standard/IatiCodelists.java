package org.bandung.exchange.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import org.jspecify.annotations.Nullable;

/// Which codes the standard allows at which place, checked in one walk over the tree.
public final class IatiCodelists {

  /// One mapping of a place to a list.
  ///
  /// @param id the official id, or `bandung.unknown-code`
  /// @param path within the record, such as `sector/@code`
  /// @param condition on the element that carries the code; null if there is none
  public record Check(
      String id, String path, Codelist list, IatiRuleXPath.@Nullable Test condition) {

    /// The arguments of a note: a sentence under an official id, else the code and its list.
    public List<String> arguments(String code) {
      return id.startsWith("bandung.")
          ? List.of(code, list.name())
          : List.of("The code '" + code + "' is not on the codelist " + list.name() + ".");
    }
  }

  /// The codes of one official list; withdrawn codes are still codes.
  ///
  /// @param complete whether the standard says that there are no other codes
  public record Codelist(String name, boolean complete, Set<String> codes) {

    public Codelist {
      codes = Set.copyOf(codes);
    }
  }

  /// A code that its list does not hold.
  public interface Unknown {
    void found(Check check, String code, NodeInfo where);
  }

  private static final class Place {
    final Map<String, Place> children = new HashMap<>();
    final Map<String, List<Check>> attributes = new HashMap<>();
    final List<Check> text = new ArrayList<>();
  }

  private static final String TEXT = "text()";

  private final Map<String, Place> records = new HashMap<>();
  private final List<Check> languages = new ArrayList<>();

  /// Adds a mapping.
  ///
  /// @param path `//iati-activity/sector/@code`, `.../text()`, or `//@xml:lang`
  void add(String path, Check check) {
    if (path.equals("//@xml:lang")) {
      languages.add(check);
      return;
    }
    var steps = path.replaceFirst("^/*", "").split("/");
    var place = records.computeIfAbsent(steps[0], name -> new Place());
    for (int i = 1; i < steps.length - 1; i++) {
      place = place.children.computeIfAbsent(steps[i], name -> new Place());
    }
    var last = steps[steps.length - 1];
    if (last.equals(TEXT)) {
      place.text.add(check);
    } else if (last.startsWith("@") && !last.contains(":")) {
      place.attributes.computeIfAbsent(last.substring(1), name -> new ArrayList<>()).add(check);
    } else {
      throw new IllegalArgumentException("a codelist cannot apply to " + path);
    }
  }

  /// Reports each code of the tree that its list does not hold, once per record.
  public void judge(NodeInfo root, Unknown unknown) {
    var seen = new IdentityHashMap<Check, Set<String>>();
    Unknown once =
        (check, code, where) -> {
          if (seen.computeIfAbsent(check, c -> new HashSet<>()).add(code)) {
            unknown.found(check, code, where);
          }
        };
    attributes(root, records.get(root.getLocalPart()), once);
    var children = root.iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT);
    for (var child = children.next(); child != null; child = children.next()) {
      walk(child, inNoNamespace(child) ? records.get(child.getLocalPart()) : null, once);
    }
  }

  private void walk(NodeInfo element, @Nullable Place place, Unknown unknown) {
    attributes(element, place, unknown);
    if (place != null && !place.text.isEmpty()) {
      check(place.text, element, element.getStringValue(), unknown);
    }
    var children = element.iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT);
    for (var child = children.next(); child != null; child = children.next()) {
      var below =
          place != null && inNoNamespace(child) ? place.children.get(child.getLocalPart()) : null;
      walk(child, below, unknown);
    }
  }

  private static boolean inNoNamespace(NodeInfo node) {
    return node.getNamespaceUri().equals(NamespaceUri.NULL);
  }

  private void attributes(NodeInfo element, @Nullable Place here, Unknown unknown) {
    var attributes = element.iterateAxis(AxisInfo.ATTRIBUTE);
    for (var next = attributes.next(); next != null; next = attributes.next()) {
      var namespace = next.getNamespaceUri();
      var checks =
          namespace.equals(NamespaceUri.NULL)
              ? here == null ? null : here.attributes.get(next.getLocalPart())
              : namespace.equals(NamespaceUri.XML) && next.getLocalPart().equals("lang")
                  ? languages
                  : null;
      if (checks != null) {
        check(checks, element, next.getStringValue(), unknown);
      }
    }
  }

  private static void check(List<Check> checks, NodeInfo element, String code, Unknown unknown) {
    for (var check : checks) {
      if (!check.list().codes().contains(code)
          && (check.condition() == null || check.condition().of(element, ""))) {
        unknown.found(check, code, element);
      }
    }
  }
}
