package org.bandung.exchange.standard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import net.sf.saxon.om.NamePool;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.om.StandardNames;
import net.sf.saxon.tree.tiny.TinyNodeImpl;
import net.sf.saxon.tree.tiny.TinyTree;
import net.sf.saxon.type.Type;
import net.sf.saxon.z.IntHashMap;
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

  /// The kind of a node is in these bits; the others say how the tree holds it.
  private static final int KIND = 0x0f;

  /// A code that its list does not hold.
  public interface Unknown {
    void found(Check check, String code, NodeInfo where);
  }

  /// What applies at one kind of element; names are the fingerprints of the tree.
  private static final class Place {
    final IntHashMap<Place> children = new IntHashMap<>();
    final IntHashMap<List<Check>> attributes = new IntHashMap<>();
    final List<Check> text = new ArrayList<>();
  }

  private static final String TEXT = "text()";

  private final NamePool names;
  private final IntHashMap<Place> records = new IntHashMap<>();
  private final List<Check> languages = new ArrayList<>();

  IatiCodelists(NamePool names) {
    this.names = names;
  }

  /// Adds a mapping.
  ///
  /// @param path `//iati-activity/sector/@code`, `.../text()`, or `//@xml:lang`
  void add(String path, Check check) {
    if (path.equals("//@xml:lang")) {
      languages.add(check);
      return;
    }
    var steps = path.replaceFirst("^/*", "").split("/");
    var place = of(records, steps[0], Place::new);
    for (int i = 1; i < steps.length - 1; i++) {
      place = of(place.children, steps[i], Place::new);
    }
    var last = steps[steps.length - 1];
    if (last.equals(TEXT)) {
      place.text.add(check);
    } else if (last.startsWith("@") && !last.contains(":")) {
      of(place.attributes, last.substring(1), ArrayList<Check>::new).add(check);
    } else {
      throw new IllegalArgumentException("a codelist cannot apply to " + path);
    }
  }

  private <T> T of(IntHashMap<T> map, String name, Supplier<T> make) {
    int fingerprint = names.allocateFingerprint(NamespaceUri.NULL, name);
    var known = map.get(fingerprint);
    if (known == null) {
      known = make.get();
      map.put(fingerprint, known);
    }
    return known;
  }

  /// Reports each code of the tree that its list does not hold, once per record.
  ///
  /// @param root the element around the record, in a tree of this parser
  public void judge(NodeInfo root, Unknown unknown) {
    new Walk(((TinyNodeImpl) root).getTree(), unknown).from(((TinyNodeImpl) root).getNodeNumber());
  }

  /// One walk along the arrays that Saxon keeps a tree in: no object is made per node, for this
  /// happens to every node of every record.
  private final class Walk {

    private final TinyTree tree;
    private final Unknown unknown;
    private final Map<Check, Set<String>> seen = new IdentityHashMap<>();
    private final byte[] kinds;
    private final short[] depths;
    private final int[] names;
    private final int[] firstAttributes;
    private final int[] owners;
    private final int[] attributeNames;
    private @Nullable Place[] places = new Place[16];

    Walk(TinyTree tree, Unknown unknown) {
      this.tree = tree;
      this.unknown = unknown;
      kinds = tree.getNodeKindArray();
      depths = tree.getNodeDepthArray();
      names = tree.getNameCodeArray();
      firstAttributes = tree.getAlphaArray();
      owners = tree.getAttributeParentArray();
      attributeNames = tree.getAttributeNameCodeArray();
    }

    void from(int root) {
      attributes(root, records.get(names[root] & NamePool.FP_MASK));
      int end = tree.getNumberOfNodes();
      for (int node = root + 1; node < end && depths[node] > depths[root]; node++) {
        if ((kinds[node] & KIND) == Type.ELEMENT) {
          element(node, depths[node] - depths[root]);
        }
      }
    }

    private void element(int node, int depth) {
      if (depth == places.length) {
        places = Arrays.copyOf(places, depth * 2);
      }
      var above = depth == 1 ? null : places[depth - 1];
      var among = depth == 1 ? records : above == null ? null : above.children;
      var place = among == null ? null : among.get(names[node] & NamePool.FP_MASK);
      places[depth] = place;
      attributes(node, place);
      if (place != null && !place.text.isEmpty()) {
        check(place.text, node, tree.getNode(node).getStringValue());
      }
    }

    private void attributes(int element, @Nullable Place here) {
      int first = firstAttributes[element];
      if (first < 0) {
        return;
      }
      int end = tree.getNumberOfAttributes();
      for (int a = first; a < end && owners[a] == element; a++) {
        int name = attributeNames[a] & NamePool.FP_MASK;
        var checks =
            name == StandardNames.XML_LANG
                ? languages
                : here == null ? null : here.attributes.get(name);
        if (checks != null) {
          check(checks, element, tree.getAttributeValueArray()[a]);
        }
      }
    }

    private void check(List<Check> checks, int element, String code) {
      for (var check : checks) {
        if (!check.list().codes().contains(code)
            && (check.condition() == null || check.condition().of(tree.getNode(element), ""))
            && seen.computeIfAbsent(check, c -> new HashSet<>()).add(code)) {
          unknown.found(check, code, tree.getNode(element));
        }
      }
    }
  }
}
