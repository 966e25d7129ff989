package org.bandung.store;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/// The embedded server on its way up while the application is still being put together.
///
/// Both take about a second and neither needs the other, so whoever opens the application begins
/// this first. Closing leaves the server, also if nobody ever asked for it.
public final class ServerStart implements AutoCloseable {

  private final DatabaseSettings settings;
  private final Optional<CompletableFuture<EmbeddedServer>> coming;
  private final AtomicBoolean left = new AtomicBoolean();

  private ServerStart(
      DatabaseSettings settings, Optional<CompletableFuture<EmbeddedServer>> coming) {
    this.settings = settings;
    this.coming = coming;
  }

  /// Begins to start or join the server of this home; does nothing if an external one is named.
  public static ServerStart begin(DatabaseSettings settings) {
    if (settings.url().isPresent()) {
      return new ServerStart(settings, Optional.empty());
    }
    var server = new CompletableFuture<EmbeddedServer>();
    Thread.ofPlatform()
        .name("database-start")
        .daemon()
        .start(() -> {
          try {
            server.complete(EmbeddedServer.join(settings));
          } catch (Throwable e) {
            server.completeExceptionally(e);
          }
        });
    return new ServerStart(settings, Optional.of(server));
  }

  /// The embedded server once it answers, or empty if an external one is named.
  Optional<EmbeddedServer> server() {
    try {
      return coming.map(CompletableFuture::join);
    } catch (CompletionException e) {
      var why = e.getCause() == null ? e : e.getCause();
      if (why instanceof StoreException known) {
        throw known;
      }
      throw new StoreException(
          "The database under " + settings.home() + " could not be opened: " + why.getMessage(),
          why);
    }
  }

  @Override
  public void close() throws IOException {
    if (coming.isPresent() && !left.getAndSet(true) && !failed(coming.get())) {
      coming.get().join().close();
    }
  }

  private static boolean failed(CompletableFuture<EmbeddedServer> server) {
    return server.handle((joined, failure) -> failure != null).join();
  }
}
