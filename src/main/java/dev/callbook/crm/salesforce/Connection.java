package dev.callbook.crm.salesforce;

import dev.callbook.crm.salesforce.SalesforceFailure.AddressNotAllowed;
import dev.callbook.crm.salesforce.SalesforceFailure.BudgetSpent;
import dev.callbook.crm.salesforce.SalesforceFailure.ConcurrentLimit;
import dev.callbook.crm.salesforce.SalesforceFailure.LocatorDead;
import dev.callbook.crm.salesforce.SalesforceFailure.Locked;
import dev.callbook.crm.salesforce.SalesforceFailure.ServerTrouble;
import dev.callbook.crm.salesforce.SalesforceFailure.SessionExpired;
import dev.callbook.crm.salesforce.SalesforceFailure.Unreachable;
import dev.callbook.crm.salesforce.Tokens.Session;
import dev.callbook.platform.Outgoing;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Asks the API: signs in, signs in again when the session has ended, tries again what may heal by
/// waiting, and stops where the budget ends. For one thread.
final class Connection {
  private static final int TRIES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int LONGEST_ERROR = 64 * 1024;

  private final Site site;
  private final Outgoing outgoing;
  private final Brakes brakes;
  private final Pauses pauses;
  private final Clock clock;
  private @Nullable Session session;
  private @Nullable Usage usage;
  private @Nullable Instant serverTime;
  private long asked;

  Connection(Site site, Outgoing outgoing, Brakes brakes, Pauses pauses, Clock clock) {
    this.site = site;
    this.outgoing = outgoing;
    this.brakes = brakes;
    this.pauses = pauses;
    this.clock = clock;
  }

  Site site() {
    return site;
  }

  Optional<Usage> usage() {
    return Optional.ofNullable(usage);
  }

  /// What the server's clock showed last; asks for a session if it has not been asked anything.
  Instant serverTime() {
    if (serverTime == null) {
      retrying(() -> {
        session = signIn();
        return session;
      });
    }
    return serverTime == null ? clock.instant() : serverTime;
  }

  void pause(Duration time) {
    try {
      pauses.pause(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted");
    }
  }

  /// A while that grows with each try, and is never quite the same.
  void backOff(int tries) {
    long full =
        Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(tries - 1, 20));
    pause(Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1)));
  }

  /// Asks, and reads the answer, as often as it takes.
  ///
  /// @throws LocatorDead if the rest of a result was asked for, and the session has ended
  <T> T ask(Request request, Answer.Reader<T> reader) {
    return retrying(() -> {
      try {
        return once(request, reader);
      } catch (SessionExpired ended) {
        session = null;
        if (request.isRestOfResult()) {
          throw new LocatorDead();
        }
        return once(request, reader);
      }
    });
  }

  @FunctionalInterface
  private interface Attempt<T> {
    T make() throws IOException, InterruptedException;
  }

  private <T> T retrying(Attempt<T> attempt) {
    for (int tries = 1; ; tries++) {
      try {
        return attempt.make();
      } catch (ServerTrouble | ConcurrentLimit | Locked passing) {
        if (tries == TRIES) {
          throw passing;
        }
      } catch (IOException broken) {
        if (tries == TRIES) {
          // Its message may quote the answer.
          throw new Unreachable(broken.getClass().getSimpleName());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Unreachable("interrupted");
      }
      backOff(tries);
    }
  }

  private <T> T once(Request request, Answer.Reader<T> reader)
      throws IOException, InterruptedException {
    Session current = session;
    if (current == null) {
      current = signIn();
      session = current;
    }
    if (usage != null && brakes.hold(usage, asked)) {
      throw new BudgetSpent(usage);
    }
    asked++;
    HttpResponse<InputStream> response = send(http(current, request));
    try (InputStream body = body(response)) {
      note(response.headers());
      if (response.statusCode() / 100 != 2 || isForPeople(response.headers())) {
        throw Failures.of(response.statusCode(), beginning(body));
      }
      return reader.read(new Answer(response.statusCode(), response.headers(), body));
    }
  }

  private HttpRequest http(Session current, Request request) {
    URI address = address(current, request.path());
    HttpRequest.Builder http =
        HttpRequest.newBuilder(address)
            .timeout(site.patience())
            .header("Authorization", "Bearer " + current.token())
            .header("Accept", request.accept())
            .header("Accept-Encoding", "gzip")
            .header("Sforce-Query-Options", "batchSize=2000");
    request.body().ifPresent(_ -> http.header("Content-Type", "application/json; charset=UTF-8"));
    return http.method(
            request.method(),
            request.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody))
        .build();
  }

  /// The next page may be named by an answer. Only the org itself gets its token.
  private static URI address(Session current, String path) {
    try {
      URI address = current.instance().resolve(path);
      if (Outgoing.originOf(address).equals(Outgoing.originOf(current.instance()))) {
        return address;
      }
    } catch (IllegalArgumentException | Outgoing.Refused malformed) {
      // falls through to the same failure
    }
    throw new AddressNotAllowed("an answer leads to another server");
  }

  private HttpResponse<InputStream> send(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return outgoing.send(request, BodyHandlers.ofInputStream());
    } catch (Outgoing.Refused refused) {
      throw new AddressNotAllowed(String.valueOf(refused.getMessage()));
    }
  }

  private InputStream body(HttpResponse<InputStream> response) throws IOException {
    InputStream raw = new PatientStream(response.body(), site.patience());
    boolean isPacked =
        response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
    return isPacked ? new GZIPInputStream(raw) : raw;
  }

  private void note(HttpHeaders headers) {
    headers.firstValue("Sforce-Limit-Info").flatMap(Usage::of).ifPresent(found -> usage = found);
    headers.firstValue("Date").flatMap(Connection::date).ifPresent(found -> serverTime = found);
  }

  private static Optional<Instant> date(String header) {
    try {
      return Optional.of(
          ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isForPeople(HttpHeaders headers) {
    return headers
        .firstValue("Content-Type")
        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
        .isPresent();
  }

  private static String beginning(InputStream body) throws IOException {
    return new String(body.readNBytes(LONGEST_ERROR), StandardCharsets.UTF_8);
  }

  private Session signIn() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(site.login().resolve("/services/oauth2/token"))
            .timeout(site.patience())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(Tokens.form(site.credentials(), clock)))
            .build();
    HttpResponse<InputStream> response = send(request);
    try (InputStream body = body(response)) {
      note(response.headers());
      String text = beginning(body);
      if (response.statusCode() != 200) {
        throw Failures.ofSignIn(response.statusCode(), text);
      }
      return Tokens.session(response.statusCode(), text);
    }
  }
}
