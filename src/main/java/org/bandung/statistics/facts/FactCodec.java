package org.bandung.statistics.facts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bandung.statistics.facts.Fact.Flow;
import org.bandung.statistics.facts.Fact.Share;
import org.jspecify.annotations.Nullable;

/// The stored form of a fact: a few hundred bytes, read a hundred thousand times a second.
final class FactCodec {

  /// Changes when the form or the rules of facts do, so that all are made anew.
  static final String VERSION = "6";

  private FactCodec() {}

  @FunctionalInterface
  private interface Writes<T> {
    void write(T value) throws IOException;
  }

  @FunctionalInterface
  private interface Reads<T> {
    T read() throws IOException;
  }

  static byte[] pack(Fact fact) {
    var bytes = new ByteArrayOutputStream(512);
    try (var out = new DataOutputStream(bytes)) {
      marks(out, fact.marks());
      days(out, fact.days());
      list(out, fact.facets(), out::writeUTF);
      list(out, fact.reporters(), out::writeUTF);
      list(
          out,
          fact.sides(),
          s -> {
            out.writeUTF(s.country());
            out.writeUTF(s.role());
          });
      shares(out, fact.sectors());
      shares(out, fact.recipients());
      list(out, fact.flows(), f -> flow(out, f));
    } catch (IOException e) {
      throw new IllegalStateException("memory can always be written to", e);
    }
    return bytes.toByteArray();
  }

  private static void marks(DataOutputStream out, Fact.Marks marks) throws IOException {
    out.writeUTF(marks.modality());
    out.writeUTF(marks.scope());
    out.writeBoolean(marks.southSouth());
    out.writeBoolean(marks.compiled());
    out.writeUTF(marks.kind());
    out.writeUTF(marks.status());
    out.writeUTF(marks.standing());
  }

  private static void days(DataOutputStream out, Fact.Days days) throws IOException {
    out.writeInt(days.statusDay());
    out.writeInt(days.firstYear());
    out.writeInt(days.lastYear());
    out.writeInt(days.delay());
    out.writeInt(days.duration());
  }

  private static void flow(DataOutputStream out, Flow flow) throws IOException {
    out.writeUTF(flow.kind());
    number(out, flow.amount());
    out.writeUTF(flow.currency());
    out.writeInt(flow.date());
    out.writeInt(flow.year());
    out.writeUTF(flow.giver());
    out.writeUTF(flow.receiver());
    out.writeUTF(flow.form());
    out.writeUTF(flow.terms());
    number(out, flow.quantity());
    out.writeUTF(flow.unit());
    shares(out, flow.sectors());
  }

  private static void shares(DataOutputStream out, List<Share> shares) throws IOException {
    list(
        out,
        shares,
        s -> {
          out.writeUTF(s.code());
          out.writeInt(s.upTo());
        });
  }

  private static void number(DataOutputStream out, @Nullable BigDecimal number) throws IOException {
    var bytes = number == null ? new byte[0] : number.unscaledValue().toByteArray();
    out.writeInt(bytes.length);
    out.write(bytes);
    if (number != null) {
      out.writeInt(number.scale());
    }
  }

  private static <T> void list(DataOutputStream out, List<T> values, Writes<T> one)
      throws IOException {
    out.writeInt(values.size());
    for (var value : values) {
      one.write(value);
    }
  }

  static Fact unpack(String id, byte[] packed) {
    try (var in = new DataInputStream(new ByteArrayInputStream(packed))) {
      return new Fact(
          id,
          new Fact.Marks(
              in.readUTF(),
              in.readUTF(),
              in.readBoolean(),
              in.readBoolean(),
              in.readUTF(),
              in.readUTF(),
              in.readUTF()),
          new Fact.Days(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt()),
          list(in, in::readUTF),
          list(in, in::readUTF),
          list(in, () -> new Fact.Side(in.readUTF(), in.readUTF())),
          shares(in),
          shares(in),
          list(in, () -> flow(in)));
    } catch (IOException e) {
      throw new IllegalStateException("a stored fact is damaged: " + id, e);
    }
  }

  private static Flow flow(DataInputStream in) throws IOException {
    return new Flow(
        in.readUTF(),
        number(in),
        in.readUTF(),
        in.readInt(),
        in.readInt(),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        number(in),
        in.readUTF(),
        shares(in));
  }

  private static List<Share> shares(DataInputStream in) throws IOException {
    return list(in, () -> new Share(in.readUTF(), in.readInt()));
  }

  private static @Nullable BigDecimal number(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == 0 ? null : new BigDecimal(new BigInteger(in.readNBytes(length)), in.readInt());
  }

  private static <T> List<T> list(DataInputStream in, Reads<T> one) throws IOException {
    int size = in.readInt();
    var values = new ArrayList<T>(size);
    for (int i = 0; i < size; i++) {
      values.add(one.read());
    }
    return values;
  }
}
