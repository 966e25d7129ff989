package org.bandung.exchange.iati;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bandung.kernel.Messages;

/// What a file of IATI does not say that this node knows, or says where the standard has no place
/// for it.
///
/// @param records how many initiatives each was true of
/// @param forms how many initiatives were written how
/// @param reasons how many were left out, by word of the reason
/// @param leftOut the first ten thousand of them
public record LossReport(
    Map<Key, Integer> records,
    Map<Form, Integer> forms,
    Map<String, Integer> reasons,
    List<LeftOut> leftOut) {

  private static final Messages WORDS = Messages.of("exchange");

  public LossReport {
    records = Collections.unmodifiableMap(new TreeMap<>(records));
    forms = forms.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(forms));
    reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
    leftOut = List.copyOf(leftOut);
  }

  /// How an initiative was written.
  public enum Form {
    /// As its publisher wrote it, with our tags and our block.
    ORIGINAL,
    /// Put together from what is held.
    COMPOSED,
    LEFT_OUT;

    public String word() {
      return LossReport.word(this);
    }
  }

  /// What became of a field.
  public enum Where {
    /// It stands in a tag of vocabulary 99.
    TAG,
    /// It stands in our block only.
    BLOCK,
    /// It was not reported, IATI demands it, and a rule that is written down filled it.
    FILLED,
    /// It is not in the file.
    NOWHERE;

    public String word() {
      return LossReport.word(this);
    }
  }

  /// Why an initiative was left out.
  public enum Reason {
    NO_TITLE,
    NO_START,
    NO_PARTICIPANT,
    NO_STATUS,
    UNWRITABLE_ID;

    public String word() {
      return LossReport.word(this);
    }
  }

  /// A field of what this node holds of an initiative.
  public enum Field {
    AMOUNT_WITHOUT_CURRENCY,
    CLASSIFICATION,
    CONTRIBUTION,
    CONTRIBUTION_PLACE,
    COUNTRY_OF_ORGANISATION,
    COUNTRY_ROLE,
    COUNTRY_UNKNOWN,
    DATE_PRECISION,
    DATE_UNUSABLE,
    DESCRIPTION,
    IDENTIFIER,
    INDICATOR_VALUE,
    KIND,
    LANGUAGE,
    LINK,
    MILESTONE,
    MODALITY,
    ONGOING,
    ORIGINAL_ELEMENT,
    ORGANISATION_REFERENCE,
    PICTURE,
    PLACE,
    QUANTITY,
    RECIPIENT_ORGANISATION,
    RECIPIENT_PLACE,
    REGION,
    RELATION,
    RESULT,
    SCOPE,
    SECTOR,
    SHARES,
    SIGNAL,
    STATEMENTS,
    STATUS,
    VALUATION,
    VALUE_DATE;

    public String word() {
      return LossReport.word(this);
    }
  }

  /// A field and what became of it.
  public record Key(Field field, Where where) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byField = field.compareTo(other.field);
      return byField != 0 ? byField : where.compareTo(other.where);
    }
  }

  /// An initiative that is not in the file.
  public record LeftOut(String id, Reason reason) {}

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// How many were written in a form.
  public int count(Form form) {
    return forms.getOrDefault(form, 0);
  }

  /// What a field is called.
  public static String told(Field field, String language) {
    return WORDS.text(language, "iati-out.field." + field.word());
  }

  /// What became of a field.
  public static String told(Where where, String language) {
    return WORDS.text(language, "iati-out.where." + where.word());
  }

  /// How an initiative was written.
  public static String told(Form form, String language) {
    return WORDS.text(language, "iati-out.form." + form.word());
  }

  /// Why an initiative was left out, by the word of the reason.
  public static String toldReason(String reason, String language) {
    return WORDS.text(language, "iati-out.reason." + reason);
  }

  /// Counts, while a file is written, what IATI proper could not carry.
  static final class Tally {

    private final Map<Key, Integer> records = new TreeMap<>();
    private final Map<Form, Integer> forms = new EnumMap<>(Form.class);
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private Set<Key> current = new LinkedHashSet<>();

    private static final int MOST_NAMED = 10_000;

    /// Of the initiative at hand: what became of one of its fields.
    void note(Field field, Where where) {
      current.add(new Key(field, where));
    }

    /// The initiative at hand was written.
    void written(Form form) {
      current.forEach(key -> records.merge(key, 1, Integer::sum));
      forms.merge(form, 1, Integer::sum);
      current = new LinkedHashSet<>();
    }

    /// The initiative at hand was not written.
    void leftOut(String id, Reason reason) {
      forms.merge(Form.LEFT_OUT, 1, Integer::sum);
      reasons.merge(reason.word(), 1, Integer::sum);
      if (leftOut.size() < MOST_NAMED) {
        leftOut.add(new LeftOut(id, reason));
      }
      current = new LinkedHashSet<>();
    }

    LossReport report() {
      return new LossReport(records, forms, reasons, leftOut);
    }
  }
}
