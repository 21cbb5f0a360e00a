package dev.callbook;

import dev.callbook.platform.ServerSettings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;

/// The running server, from the moment it answers requests.
@Singleton
public class Server implements QuarkusApplication {
  private final ServerSettings settings;
  private final HttpServer http;

  Server(ServerSettings settings, HttpServer http) {
    this.settings = settings;
    this.http = http;
  }

  @Override
  public int run(String... arguments) {
    String url =
        settings.publicUrl().map(Object::toString).orElse("http://localhost:" + http.getPort());
    System.out.println("Callbook is ready at " + url);
    if (!settings.stopWhenReady()) {
      Quarkus.waitForExit();
    }
    return 0;
  }
}
