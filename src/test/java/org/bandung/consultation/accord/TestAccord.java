package org.bandung.consultation.accord;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bandung.access.CountryRules;
import org.bandung.access.TestAccess;
import org.bandung.consultation.TestBodies;
import org.bandung.kernel.News;
import org.bandung.store.Database;

/// The services of agreements for tests.
record TestAccord(
    AgreementMaking making,
    Agreements agreements,
    SigningKeyRing keys,
    CountryRules rules,
    List<News> news,
    TestAccess access) {

  static TestAccord of(Database database, TestAccess access, Path home) {
    var news = Collections.synchronizedList(new ArrayList<News>());
    var deeds =
        new AgreementDeeds(access.audit(), access.mandates(), event -> news.add((News) event));
    var rules = access.rules(database);
    var keys =
        new SigningKeyRing(database, access.mandates(), access.audit(), TestAccess.seal(home));
    return new TestAccord(
        new AgreementMaking(database, deeds, access.mandates(), rules),
        new Agreements(database, TestBodies.actors(access), access.mandates(), keys, deeds),
        keys,
        rules,
        news,
        access);
  }

  List<String> audit() {
    var actions = new ArrayList<String>();
    access.audit().each(line -> actions.add(line.deed().action()));
    return actions;
  }
}
