package org.bandung.api.json;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.api.json.InitiativeJson.CountryInRole;
import org.bandung.api.json.InitiativeJson.PeriodJson;
import org.bandung.api.json.Shapes.Coded;
import org.bandung.api.json.Shapes.NoteJson;
import org.bandung.api.json.Shapes.SpokenText;
import org.bandung.catalogue.Details;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.EntryPage;
import org.bandung.catalogue.EntryView;
import org.jspecify.annotations.Nullable;

/// An entry of the catalogue: a need, offer, solution, expert, institution or event, as its source
/// states it.
///
/// @param period the time for which it holds; of an event, when it takes place
/// @param texts what it says in words, by field and language; what was not reported is left out
/// @param contacts the organisations it names; ids of those that are known
/// @param confirmed the day on which its source last said it or said that it still holds
/// @param stale whether that is more than twelve months ago
/// @param quantity how much is sought or can be had
/// @param planLink only of a need: where the national plan that it serves can be read
/// @param needed of a need or an offer: when it is needed or can be had
/// @param event only of an event
/// @param consentGiven only of a person: the day on which she agreed to be shown
/// @param initiative only of a solution made of one: its id
/// @param withdrawn its source took it back; what is told is its last word
public record EntryJson(
    String id,
    Coded kind,
    String source,
    String originalId,
    String received,
    String changed,
    String confirmed,
    boolean stale,
    boolean withdrawn,
    @Nullable Map<String, String> title,
    Map<String, Map<String, String>> texts,
    PeriodJson period,
    List<ContentJson.ParticipantJson> participants,
    List<ContactJson> contacts,
    List<ContentJson.ClassificationJson> classifications,
    List<ContentJson.PlaceJson> places,
    List<ContentJson.LinkJson> links,
    ContentJson.@Nullable QuantityJson quantity,
    @Nullable String planLink,
    @Nullable PeriodJson needed,
    @Nullable EventJson event,
    @Nullable String consentGiven,
    @Nullable String initiative,
    List<NoteJson> notes) {

  /// An entry as a list shows it.
  public record Item(
      String id,
      Coded kind,
      @Nullable SpokenText title,
      PeriodJson period,
      List<CountryInRole> countries,
      List<Coded> sectors,
      List<String> languages,
      String source,
      String confirmed,
      boolean stale) {}

  /// An organisation that can be asked.
  public record ContactJson(
      Coded role, @Nullable Map<String, String> name, @Nullable String organisation) {}

  /// What only an event has.
  public record EventJson(
      @Nullable Coded type, @Nullable Integer seats, @Nullable String applyBy) {}

  public static Item renderItem(EntryPage.Summary e, Speech speech) {
    return new Item(
        e.id(),
        speech.coded("entry-kind", e.kind().code()),
        speech.text(e.title()),
        InitiativeJson.period(e.period()),
        e.countries().stream()
            .map(c -> new CountryInRole(speech.country(c.country()), speech.role(c.role())))
            .toList(),
        e.sectors().stream().map(speech::sector).toList(),
        e.languages(),
        e.source(),
        e.confirmed().toString(),
        e.stale(LocalDate.now(ZoneOffset.UTC)));
  }

  public static EntryJson render(EntryView view, Speech speech) {
    var content = ContentJson.render(view.content(), speech, "");
    var texts = new LinkedHashMap<String, Map<String, String>>();
    view.texts().forEach((field, text) -> texts.put(field, text.byLanguage()));
    return new EntryJson(
        view.id(),
        speech.coded("entry-kind", view.kind().code()),
        view.sourceKey(),
        view.originalId(),
        view.received().toString(),
        view.changed().toString(),
        view.confirmed().toString(),
        view.stale(LocalDate.now(ZoneOffset.UTC)),
        view.withdrawn(),
        content.title(),
        texts,
        content.actual(),
        content.participants(),
        view.contacts().stream()
            .map(c ->
                new ContactJson(
                    speech.role(c.role()),
                    Speech.all(c.name()),
                    c.known().map(o -> o.id()).orElse(null)))
            .toList(),
        content.classifications(),
        content.places(),
        content.links(),
        ContentJson.quantity(view.details().howMuch().orElse(null), speech),
        view.details() instanceof Details.Need need ? need.planLink() : null,
        view.kind() == EntryKind.NEED || view.kind() == EntryKind.OFFER ? content.planned() : null,
        event(view.details(), speech),
        view.details() instanceof Details.Expert(var given, var _) ? given.toString() : null,
        view.details() instanceof Details.Solution solution ? solution.initiative() : null,
        view.notes().stream().map(NoteJson::render).toList());
  }

  private static @Nullable EventJson event(Details details, Speech speech) {
    return details instanceof Details.Event(var type, var _, var seats, var applyBy)
        ? new EventJson(speech.codedOrNull("event-type", type), seats, InitiativeJson.date(applyBy))
        : null;
  }
}
