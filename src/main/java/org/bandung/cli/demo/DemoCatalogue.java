package org.bandung.cli.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.bandung.catalogue.Details;
import org.bandung.catalogue.drafts.DraftDeed;
import org.bandung.catalogue.drafts.DraftOutcome;
import org.bandung.catalogue.drafts.Drafts;
import org.bandung.catalogue.drafts.Wording;
import org.bandung.catalogue.matches.Match;
import org.bandung.catalogue.matches.MatchOutcome;
import org.bandung.catalogue.matches.Matches;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.registry.said.Content;
import org.springframework.stereotype.Service;

/// What the institutions of the invented world seek and offer, and two that talk about it.
@Service
class DemoCatalogue {

  private final DemoPeople people;
  private final Drafts drafts;
  private final Matches matches;

  DemoCatalogue(DemoPeople people, Drafts drafts, Matches matches) {
    this.people = people;
    this.drafts = drafts;
    this.matches = matches;
  }

  void fill(DemoCast cast) {
    var title =
        new LocalizedText(
            Map.of(
                "en", "School meals from the farms around",
                "fr", "Des repas scolaires issus des fermes voisines",
                "es", "Comidas escolares de las fincas vecinas",
                "ar", "وجبات مدرسية من المزارع المجاورة"));
    var need =
        make(
            cast.norelia(),
            wording(
                title,
                "Norelia looks for people who have run kitchens that buy from small farms, to"
                    + " train cooks and buyers of 40 schools.",
                new Details.Need(
                    LocalizedText.of("en", "Schools Plan of Norelia, chapter 4"),
                    null,
                    new Quantity(new BigDecimal("12"), "person"))));
    release(cast.norelia(), need);
    release(
        cast.meridia(),
        make(
            cast.meridia(),
            wording(
                text(
                    "Training in school kitchens that buy locally",
                    "Formación en cocinas escolares que compran cerca"),
                "Two-week courses in Meridia or on the spot; the institute bears its experts.",
                Details.Offer.of(
                    LocalizedText.of("en", "Travel is shared; no fees, no purchases required.")))));
    submit(
        cast.pelaria(),
        make(
            cast.pelaria(),
            wording(
                text("Seed of drought-hardy millet", "Semillas de mijo resistente a la sequía"),
                "Seed and a season of advice for up to five stations.",
                Details.Offer.of(LocalizedText.of("en", "Seed is free; freight is shared.")))));
    make(
        cast.norelia(),
        wording(
            text("Repair of weather stations", "Reparación de estaciones meteorológicas"),
            "Not yet agreed in the house: nine stations of the north have fallen silent.",
            Details.Need.of(LocalizedText.EMPTY)));
    var seen = drafts.find(people.account(cast.norelia().writes()), need.id()).orElseThrow();
    match(cast, seen.entry().orElseThrow());
  }

  private void match(DemoCast cast, String need) {
    var by = cast.meridia();
    var to = cast.norelia();
    var invitation =
        new Matches.Invitation(
            by.institution().id(),
            to.institution().id(),
            Match.Role.PROVIDING,
            need,
            LocalizedText.EMPTY,
            "We have done this in 60 schools and would gladly show you what went wrong as well.");
    var invited = matches.invite(people.account(by.writes()), invitation, "demo-match");
    if (!(invited instanceof MatchOutcome.Done(var match))) {
      throw new IllegalStateException("match: " + invited);
    }
    var begun =
        matches.beginTalks(
            people.account(to.writes()), match.id(), to.institution().id(), "demo-begin");
    if (!(begun instanceof MatchOutcome.Done)) {
      throw new IllegalStateException("match: " + begun);
    }
  }

  private DraftOutcome.Made make(DemoCast.Side side, Wording wording) {
    var key = "demo " + wording.content().title().byLanguage().get("en");
    var made = drafts.make(people.account(side.writes()), side.institution().id(), wording, key);
    if (made.orElseThrow() instanceof DraftOutcome.Made done) {
      return done;
    }
    throw new IllegalStateException(key + ": " + made);
  }

  private void submit(DemoCast.Side side, DraftOutcome.Made made) {
    act(side.writes(), made, new DraftDeed.Submit(made.revision()));
  }

  private void release(DemoCast.Side side, DraftOutcome.Made made) {
    submit(side, made);
    act(side.head(), made, new DraftDeed.Release(1));
  }

  private void act(DemoPerson who, DraftOutcome.Made made, DraftDeed deed) {
    var outcome = drafts.act(people.account(who), made.id(), deed);
    if (!(outcome.orElseThrow() instanceof DraftOutcome.Done)) {
      throw new IllegalStateException(deed + ": " + outcome);
    }
  }

  private static LocalizedText text(String english, String spanish) {
    return new LocalizedText(Map.of("en", english, "es", spanish));
  }

  private static Wording wording(LocalizedText title, String description, Details details) {
    var content =
        new Content(
            null,
            title,
            LocalizedText.of("en", description),
            null,
            Period.UNKNOWN,
            Period.UNKNOWN,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new Wording(content, details, Wording.Confidential.NONE);
  }
}
