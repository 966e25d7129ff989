package org.bandung.consultation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.consultation.Consultations.Invited;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.kernel.Reader;
import org.bandung.parties.Organisation;
import org.bandung.parties.Parties;
import org.bandung.reference.Country;
import org.bandung.reference.Reference;
import org.springframework.stereotype.Service;

/// Who can be a party, and what it is called: nobody is invited under a name that another chose.
@Service
public final class PartyList {

  private final Mandates mandates;
  private final Reference reference;
  private final Parties directory;

  PartyList(Mandates mandates, Reference reference, Parties directory) {
    this.mandates = mandates;
    this.reference = reference;
    this.directory = directory;
  }

  /// Parties as they take part, or what is wrong with the list.
  record Checked(List<Party> parties, List<Note> faults) {}

  Checked of(List<Invited> invited) {
    var faults = new Faults();
    var found = new ArrayList<Party>();
    var bodies = new HashSet<String>();
    for (var guest : invited) {
      var party = find(guest.id(), guest.role());
      if (party.isEmpty()) {
        faults.add("bandung.unknown-party", "parties", Faults.shortened(guest.id()));
        continue;
      }
      found.add(party.get());
      // One body under two names would consent with itself.
      if (!mandates.actingFor(guest.id()).map(Body::id).map(bodies::add).orElse(true)) {
        faults.add("bandung.party-twice", "parties");
      }
    }
    return new Checked(List.copyOf(found), faults.all());
  }

  /// A party as it would take part; empty if there is nobody with this id.
  public Optional<Party> find(String id, Party.Role role) {
    var body = mandates.actingFor(id);
    if (CountryCode.isWellFormed(id)) {
      return reference
          .findCountry(new CountryCode(id))
          .map(Country::name)
          .map(name -> new Party(id, Party.Kind.COUNTRY, role, name, body.isEmpty()));
    }
    if (body.isPresent() && body.get().id().equals(id)) {
      return body.filter(Body::admitted)
          .map(b -> new Party(id, kind(b), role, LocalizedText.of("und", b.name()), false));
    }
    return directory
        .find(Reader.PUBLIC, id)
        .filter(o -> !o.name().isEmpty())
        .map(o -> new Party(id, kind(o), role, o.name(), body.isEmpty()));
  }

  private static Party.Kind kind(Body body) {
    return body.kind() == Body.Kind.ORGANISATION
        ? Party.Kind.ORGANISATION
        : Party.Kind.MULTILATERAL_BODY;
  }

  private static Party.Kind kind(Organisation organisation) {
    return organisation.country().isPresent()
        ? Party.Kind.ORGANISATION
        : Party.Kind.MULTILATERAL_BODY;
  }
}
