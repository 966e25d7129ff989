package org.bandung.web.talks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.bandung.consultation.Actor;
import org.bandung.consultation.Actor.Capacity;
import org.bandung.consultation.Actors;
import org.bandung.consultation.Consultations;
import org.bandung.store.Files;
import org.bandung.store.KeepOutcome;
import org.bandung.web.frame.Dictionary.Choice;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// For which party somebody sits at a table.
@Component
final class TalkSeats {

  static final Set<Capacity> TALKING = Set.of(Capacity.NEGOTIATOR, Capacity.SIGNATORY);

  private final Actors actors;
  private final Consultations consultations;
  private final TalkChoices choices;

  TalkSeats(Actors actors, Consultations consultations, TalkChoices choices) {
    this.actors = actors;
    this.consultations = consultations;
    this.choices = choices;
  }

  /// The parties for which she may open talks.
  List<Actor> talking(Visit visit) {
    var account = visit.requireAccount();
    return actors.parties(account).stream()
        .flatMap(party -> actors.of(account, party).stream())
        .filter(TalkSeats::talks)
        .filter(a -> choices.name(visit.words(), a.party()).isPresent())
        .toList();
  }

  List<Choice> named(List<Actor> actors, Words w) {
    return actors.stream()
        .map(a -> new Choice(a.party(), choices.name(w, a.party()).orElse(a.party())))
        .toList();
  }

  /// Everybody she is at this table.
  List<Actor> at(String id, Visit visit) {
    return consultations.seats(visit.requireAccount(), id);
  }

  /// Whom she is at this table now: whom she says, else the first.
  Actor require(String id, String as, Visit visit) {
    return at(id, visit).stream()
        .filter(a -> as.isEmpty() || a.party().equals(as))
        .findFirst()
        .orElseThrow(Refusal.NotFound::new);
  }

  /// Whether somebody can put something on the table; only then are files taken in, which stay.
  static boolean talks(Actor actor) {
    return may(actor, TALKING);
  }

  static boolean may(Actor actor, Set<Capacity> needed) {
    return needed.stream().anyMatch(actor.capacities()::contains);
  }

  /// The way back to the talks.
  static String back(String id, String party) {
    return "redirect:/desk/talks/"
        + URLEncoder.encode(id, StandardCharsets.UTF_8)
        + "?as="
        + URLEncoder.encode(party, StandardCharsets.UTF_8);
  }

  /// A number that a form carries; zero, which no version has, where it is none.
  static int number(String typed) {
    return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
  }

  static KeepOutcome kept(Files files, MultipartFile file) {
    try {
      var name = file.getOriginalFilename();
      return files.keep(name == null ? "" : name, file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("reading a sent file", e);
    }
  }
}
