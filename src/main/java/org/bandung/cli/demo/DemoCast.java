package org.bandung.cli.demo;

import java.util.ArrayList;
import java.util.List;
import org.bandung.access.Body;
import org.bandung.access.Role;

/// Who is who in the invented world.
///
/// @param everybody in the order in which they are shown
record DemoCast(
    Side meridia, Side norelia, Side pelaria, Facilitator facilitator, List<DemoPerson> everybody) {

  DemoCast {
    everybody = List.copyOf(everybody);
  }

  /// A country: its authority and one institution.
  ///
  /// @param head lets people in, releases and endorses
  /// @param signs binds the authority
  /// @param writes contributes and negotiates for the institution
  record Side(
      String code,
      Body authority,
      DemoPerson head,
      DemoPerson negotiates,
      DemoPerson signs,
      Body institution,
      DemoPerson writes) {}

  /// A body of many countries.
  record Facilitator(Body body, DemoPerson person) {}

  /// Names of the people of a country, in the order of [Side] with the reader last.
  private record Names(
      String authority,
      String institution,
      String head,
      String negotiator,
      String signatory,
      String contributor,
      String reader) {}

  static DemoCast assemble(DemoPeople people, String word) {
    var keeper = people.keeper(word, "Kofi Keeper");
    var all = new ArrayList<DemoPerson>(List.of(keeper));
    var meridia =
        side(
            people,
            all,
            new Country("QMM", "es"),
            new Names(
                "Agencia Meridiana de Cooperación",
                "Institute of School Meals of Meridia",
                "Marta Solana",
                "Mateo Rivas",
                "Manuela Cruz",
                "Mina Campos",
                "Miro Lector"));
    var norelia =
        side(
            people,
            all,
            new Country("QNN", "fr"),
            new Names(
                "Ministry of Planning of Norelia",
                "Norelia Schools Service",
                "Nadia Torel",
                "Noor Amadi",
                "Nestor Bello",
                "Nora Dian",
                "Nino Rade"));
    var pelaria =
        side(
            people,
            all,
            new Country("QPP", "ar"),
            new Names(
                "Pelaria Cooperation Office",
                "Pelaria Institute of Dryland Farming",
                "Parisa Adel",
                "Petra Salim",
                "Pascal Omar",
                "Palwasha Karim",
                "Pia Rahim"));
    var body = people.admit(keeper, Body.Kind.MULTILATERAL, "Fund of the Four Regions", null);
    var person = people.invite(keeper, body, "Felix Fonda", "en", Role.SIGNATORY, Role.NEGOTIATOR);
    all.add(person);
    return new DemoCast(meridia, norelia, pelaria, new Facilitator(body, person), all);
  }

  private record Country(String code, String language) {}

  private static Side side(DemoPeople people, List<DemoPerson> all, Country country, Names names) {
    var keeper = all.getFirst();
    var in = country.language();
    var authority = people.admit(keeper, Body.Kind.AUTHORITY, names.authority(), country.code());
    var head = people.invite(keeper, authority, names.head(), in, Role.AUTHORITY, Role.ENDORSER);
    var negotiates = people.invite(head, authority, names.negotiator(), in, Role.NEGOTIATOR);
    var signs = people.invite(head, authority, names.signatory(), in, Role.SIGNATORY);
    var institution =
        people.admit(head, Body.Kind.ORGANISATION, names.institution(), country.code());
    var writes =
        people.invite(
            head,
            institution,
            names.contributor(),
            in,
            Role.CONTRIBUTOR,
            Role.NEGOTIATOR,
            Role.SIGNATORY);
    var reads = people.invite(writes, institution, names.reader(), in, Role.READER);
    all.addAll(List.of(head, negotiates, signs, writes, reads));
    return new Side(country.code(), authority, head, negotiates, signs, institution, writes);
  }
}
