package org.bandung.consultation.accord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.ConsultationCodec;
import org.bandung.consultation.ConsultationDocument;
import org.bandung.consultation.Party;
import org.bandung.consultation.Reply;
import org.bandung.consultation.signing.CanonicalJson;
import org.jspecify.annotations.Nullable;

/// The canonical text of an agreement, which the parties sign: everything that was consented to and
/// nothing else, in the one form that RFC 8785 gives it.
public final class AgreementDocument {

  private static final String FORMAT = "bandung-agreement/1";

  private AgreementDocument() {}

  /// The text of the latest revision.
  ///
  /// @param consultation the one in which that revision was consented to
  public static String of(Agreement agreement, Consultation consultation) {
    var revision = agreement.latest();
    if (!revision.consultation().equals(consultation.id())) {
      throw new IllegalArgumentException(
          agreement.id() + " was not consented to in " + consultation.id());
    }
    var version = consultation.versions().get(revision.version() - 1);
    var proposal = version.proposal();
    var document = new LinkedHashMap<String, @Nullable Object>();
    document.put("format", FORMAT);
    document.put("id", agreement.id());
    document.put("number", agreement.origin().number());
    document.put("effect", ConsultationCodec.tree(proposal.effect()));
    document.put("revision", revision.number());
    document.put("consultation", consultation.id());
    document.put("version", version.number());
    document.put("proposed", version.at().toString());
    document.put("parties", agreement.parties().stream().map(p -> party(p, version)).toList());
    document.put("title", proposal.title().byLanguage());
    document.put("texts", proposal.text().byLanguage());
    document.put("prevailing", proposal.prevailing());
    document.put("terms", ConsultationCodec.tree(proposal.terms()));
    document.put("annexes", ConsultationCodec.tree(proposal.annexes()));
    return CanonicalJson.write(document);
  }

  /// How an agreement stands, as maps, lists, texts and whole numbers, for programs.
  public static Object tree(Agreement agreement) {
    return ConsultationDocument.impersonal(AgreementCodec.tree(agreement));
  }

  /// What happened to it.
  public static Object tree(List<AgreementEvent.Recorded> history) {
    return ConsultationDocument.impersonal(AgreementCodec.tree(history));
  }

  private static Map<String, @Nullable Object> party(Party party, Consultation.Version version) {
    var item = new LinkedHashMap<String, @Nullable Object>();
    item.put("id", party.id());
    item.put("kind", word(party.kind()));
    item.put("role", word(party.role()));
    item.put("name", party.name().byLanguage());
    var reply = version.replies().get(party.id());
    item.put("consented", reply == null ? null : reply.at().toString());
    item.put("byLetter", reply == null ? List.of() : letter(reply));
    return item;
  }

  /// A letter is named in the text for ever, whether or not its party confirmed it later.
  private static List<String> letter(Reply reply) {
    return switch (reply.voice()) {
      case Reply.Own own -> List.of();
      case Reply.Attested(var by, var letter) -> List.of(letter.reference(), letter.sha256());
      case Reply.Confirmed(var by, var attestedBy, var letter) ->
          List.of(letter.reference(), letter.sha256());
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
