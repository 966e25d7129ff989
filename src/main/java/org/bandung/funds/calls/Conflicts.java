package org.bandung.funds.calls;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.funds.calls.forms.ProposalForm;
import org.bandung.kernel.CountryCode;
import org.springframework.stereotype.Component;

/// Who is kept out of a proposal: who declared a conflict of interest, and who acts for the
/// applicant, for a partner, or for an authority whose letter is with it.
@Component
class Conflicts {

  private final Mandates mandates;

  Conflicts(Mandates mandates) {
    this.mandates = mandates;
  }

  boolean excluded(Proposal p, Account account) {
    var bodies = bodies(p);
    return p.conflicts().containsKey(account.id())
        || account.mandates().stream().anyMatch(m -> bodies.contains(m.body().id()))
        || people(p).contains(account.id());
  }

  /// Everybody who is kept out.
  Set<String> people(Proposal p) {
    var people = new TreeSet<>(p.conflicts().keySet());
    mandates.hearers(bodies(p)).forEach(h -> people.add(h.account()));
    return people;
  }

  private Set<String> bodies(Proposal p) {
    var bodies = new HashSet<String>();
    bodies.add(p.body());
    // What was once said of partners counts too: nobody slips in because a version left him out.
    p.versions().forEach(v -> add(bodies, v.form()));
    add(bodies, p.form());
    return bodies;
  }

  private void add(Set<String> bodies, ProposalForm form) {
    for (var partner : form.partners()) {
      if (!partner.party().isBlank()) {
        mandates.actingFor(partner.party()).map(Body::id).ifPresent(bodies::add);
        bodies.add(partner.party());
      }
    }
    for (var letter : form.letters()) {
      if (CountryCode.isWellFormed(letter.country())) {
        mandates.authorityOf(letter.country()).map(Body::id).ifPresent(bodies::add);
      }
    }
  }
}
