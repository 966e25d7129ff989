package org.bandung.exchange.iati;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An element while it is put together, or as it was read.
final class Xml {

  /// An attribute.
  record Attribute(String uri, String prefix, String local, String value) {}

  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  final String uri;
  final String prefix;
  final String local;
  final List<Attribute> attributes = new ArrayList<>();

  /// Elements and texts, in their order.
  final List<Object> children = new ArrayList<>();

  Xml(String uri, String prefix, String local) {
    this.uri = uri;
    this.prefix = prefix;
    this.local = local;
  }

  /// An element of the standard.
  static Xml of(String local) {
    return new Xml("", "", local);
  }

  /// An element of ours.
  static Xml own(String local) {
    return new Xml(Ours.NAMESPACE, Ours.PREFIX, local);
  }

  /// With an attribute, if it has a value.
  Xml with(String name, @Nullable Object value) {
    if (value != null) {
      attributes.add(new Attribute("", "", name, value.toString()));
    }
    return this;
  }

  Xml in(String language) {
    attributes.add(new Attribute(XML, "xml", "lang", language));
    return this;
  }

  Xml add(@Nullable Xml child) {
    if (child != null) {
      children.add(child);
    }
    return this;
  }

  Xml add(List<Xml> more) {
    children.addAll(more);
    return this;
  }

  Xml text(String text) {
    children.add(text);
    return this;
  }

  boolean is(String namespace, String name) {
    return uri.equals(namespace) && local.equals(name);
  }

  /// The value of an attribute without namespace; empty if it has none.
  String attribute(String name) {
    for (var attribute : attributes) {
      if (attribute.uri().isEmpty() && attribute.local().equals(name)) {
        return attribute.value();
      }
    }
    return "";
  }

  List<Xml> elements() {
    return children.stream().filter(Xml.class::isInstance).map(Xml.class::cast).toList();
  }

  boolean hasText() {
    return children.stream().anyMatch(String.class::isInstance);
  }
}
