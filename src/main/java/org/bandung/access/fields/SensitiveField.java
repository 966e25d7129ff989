package org.bandung.access.fields;

import static org.bandung.access.fields.Circle.COUNTRY;
import static org.bandung.access.fields.Circle.ORGANISATION;
import static org.bandung.access.fields.Circle.PARTIES;
import static org.bandung.access.fields.Circle.PUBLIC;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of records that may be for fewer people than the record itself: one line for each,
/// with whom they may be shown to, the widest first.
///
/// A field of which nothing was chosen is for its usual circle; whatever was chosen, it is never
/// for more people than the record. A field with one circle only cannot be narrowed: those who take
/// part must see it, or nobody may hide it. Fields that are not in the table are for whom their
/// record is for.
public enum SensitiveField {
  /// Whom to ask: person, e-mail, telephone. Not part of any version, so that it can be forgotten.
  ENTRY_CONTACT("entry", "contact", ORGANISATION, COUNTRY, ORGANISATION),
  /// What may be spent. Never published: it would tell partners what to ask for.
  ENTRY_BUDGET("entry", "budget", ORGANISATION, COUNTRY, ORGANISATION),

  /// The money a contribution stands for, how it was valued, and every reply to it.
  CONTRIBUTION_AMOUNT("contribution", "amount", PUBLIC, PUBLIC, PARTIES),
  /// How many days, places, doses, and every reply to it.
  CONTRIBUTION_QUANTITY("contribution", "quantity", PUBLIC, PUBLIC, PARTIES),
  /// What the amount is made of: unit costs are told to partners at most.
  CONTRIBUTION_COMPONENTS("contribution", "components", PARTIES, PARTIES, ORGANISATION),
  /// Terms of a loan: both sides must see what is owed.
  CONTRIBUTION_LOAN("contribution", "loan", PARTIES, PARTIES),

  TELLING_RESULTS("telling", "results", PUBLIC, PUBLIC, PARTIES, ORGANISATION),
  TELLING_LESSONS("telling", "lessons", PUBLIC, PUBLIC, PARTIES, ORGANISATION),
  TELLING_GAINS("telling", "gains", PUBLIC, PUBLIC, PARTIES, ORGANISATION),
  TELLING_STORY("telling", "story", PUBLIC, PUBLIC, PARTIES, ORGANISATION),
  TELLING_PICTURES("telling", "pictures", PUBLIC, PUBLIC, PARTIES, ORGANISATION),

  /// What one party makes the cooperation depend on: no hidden terms, so nobody narrows it.
  AGREEMENT_CONDITIONS("agreement", "conditions", PUBLIC, PUBLIC),
  /// Part of the text that is signed: who shows the text shows what it says.
  AGREEMENT_BUDGET("agreement", "budget", PUBLIC, PUBLIC),
  /// The text names them and their hashes; the files go with it.
  AGREEMENT_ANNEXES("agreement", "annexes", PUBLIC, PUBLIC);

  private final String kind;
  private final String field;
  private final Circle usual;
  private final List<Circle> circles;

  SensitiveField(String kind, String field, Circle usual, Circle... circles) {
    this.kind = kind;
    this.field = field;
    this.usual = usual;
    this.circles = List.of(circles);
  }

  /// The fields of a kind of record, by their names.
  public static Map<String, SensitiveField> of(String kind) {
    var fields = new LinkedHashMap<String, SensitiveField>();
    for (var field : values()) {
      if (field.kind.equals(kind)) {
        fields.put(field.field, field);
      }
    }
    return fields;
  }

  /// The kind of record: `entry`, `contribution`, `telling`, `agreement`.
  public String kind() {
    return kind;
  }

  /// The field's name in its record.
  public String field() {
    return field;
  }

  /// For whom it is where nobody chose.
  public Circle usual() {
    return usual;
  }

  /// For whom it can be, the widest first.
  public List<Circle> circles() {
    return circles;
  }

  /// The most people it can ever be for.
  public Circle widest() {
    return circles.getFirst();
  }

  /// Whether whoever writes it may choose.
  public boolean choosable() {
    return circles.size() > 1;
  }

  /// For whom it is.
  ///
  /// @param chosen what its writer chose; null where nothing was
  /// @param record for whom the record is; whoever is beyond sees no field of it
  public Circle circle(@Nullable Circle chosen, Circle record) {
    var own = chosen != null && circles.contains(chosen) ? chosen : usual;
    return own.within(record);
  }

  /// What somebody picked in a form; null where it is none of what can be chosen, or the usual.
  public @Nullable Circle picked(String word) {
    return circles.stream()
        .filter(c -> c.code().equals(word) && c != usual)
        .findFirst()
        .orElse(null);
  }
}
