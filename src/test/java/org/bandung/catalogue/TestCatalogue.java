package org.bandung.catalogue;

import java.time.Clock;
import org.bandung.parties.Parties;
import org.bandung.reference.InventedWorld;
import org.bandung.reference.Reference;
import org.bandung.registry.Registry;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.bandung.store.TestDatabase;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// The catalogue over the invented world, for tests of other packages.
public record TestCatalogue(
    Catalogue catalogue, Registry registry, AnnotationConfigApplicationContext context)
    implements AutoCloseable {

  public static TestCatalogue of(TestDatabase store, Clock clock) {
    var context = new AnnotationConfigApplicationContext();
    var reference = InventedWorld.reference();
    var parties =
        Parties.load(
            InventedWorld.folder("parties-world"), store.database(), store.changes(), reference);
    context.registerBean(Database.class, store::database);
    context.registerBean(ChangeLog.class, store::changes);
    context.registerBean("reference", Reference.class, () -> reference);
    context.registerBean(Parties.class, () -> parties);
    context.scan(Registry.class.getPackageName());
    // what people do behind the door is not asked for here, and would want accounts
    context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
    context.refresh();
    var registry = context.getBean(Registry.class);
    return new TestCatalogue(
        new Catalogue(store.database(), store.changes(), reference, parties, registry, clock),
        registry,
        context);
  }

  @Override
  public void close() {
    context.close();
  }
}
