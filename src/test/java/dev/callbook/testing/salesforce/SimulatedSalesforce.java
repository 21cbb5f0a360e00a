package dev.callbook.testing.salesforce;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A running org. Closing it ends its connections.
public final class SimulatedSalesforce implements AutoCloseable {
  /// The longest request line and headers that are read.
  private static final int LONGEST = 16_384;

  // One for all orgs, for it takes longer to start than an org.
  private static final Vertx VERTX =
      Vertx.vertx(
          new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setUseDaemonThread(true));

  private final SimulatedTime time;
  private final Schema schema = new Schema();
  private final Org org;
  private final Sessions sessions;
  private final Faults faults = new Faults();
  private final Allocation allocation = new Allocation();
  private final Cursors cursors;
  private final Writes writes;
  private final BulkEndpoint bulk;
  private final RecordEndpoint records;
  private final RestApi api;
  private final List<Call> calls = new ArrayList<>();
  private final HttpServer server;
  private final URI url;
  private final TokenEndpoint tokens;

  private SimulatedSalesforce(Instant start) {
    time = new SimulatedTime(start);
    org = new Org(time, schema);
    sessions = new Sessions(time);
    cursors = new Cursors(time);
    Values values = new Values(org);
    Records shown = new Records(org, values);
    SoqlRun run = new SoqlRun(org, values);
    writes = new Writes(org, values);
    bulk = new BulkEndpoint(time, org, run, values, allocation);
    records = new RecordEndpoint(org, shown, writes);
    api =
        new RestApi(
            sessions,
            allocation,
            new QueryEndpoint(run, shown, cursors),
            records,
            new CollectionEndpoint(org, shown, writes),
            bulk);
    server =
        VERTX.createHttpServer(
            new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(0)
                .setCompressionSupported(true)
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(LONGEST)
                .setMaxHeaderSize(LONGEST));
    server.requestHandler(this::receive);
    int port = join(server.listen()).actualPort();
    url = URI.create("http://127.0.0.1:" + port);
    tokens = new TokenEndpoint(time, sessions, url);
  }

  /// An org in which it is now what it is here, and in which nothing happens by itself.
  public static SimulatedSalesforce start() {
    return new SimulatedSalesforce(Clock.systemUTC().instant());
  }

  private static <T> T join(io.vertx.core.Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  public URI url() {
    return url;
  }

  public SimulatedTime time() {
    return time;
  }

  public Org org() {
    return org;
  }

  public Schema schema() {
    return schema;
  }

  public Sessions sessions() {
    return sessions;
  }

  public Faults faults() {
    return faults;
  }

  public Allocation allocation() {
    return allocation;
  }

  public Writes writes() {
    return writes;
  }

  public BulkEndpoint bulk() {
    return bulk;
  }

  /// Sizes of the pages of query results to come, in turn.
  public void pages(Integer... sizes) {
    cursors.sizes(List.of(sizes));
  }

  /// Lists of ids longer than this are refused, as the real one refuses more than 600,000.
  public void mostIds(int most) {
    records.mostIds(most);
  }

  /// What was asked, in its order.
  public List<Call> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  @Override
  public void close() {
    join(server.close());
  }

  private void receive(HttpServerRequest request) {
    request.bodyHandler(body -> respond(request, call(request, body)));
  }

  private static Call call(HttpServerRequest request, Buffer body) {
    Map<String, String> headers = new TreeMap<>();
    request
        .headers()
        .forEach(
            header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
    String query = request.query();
    return new Call(
        request.method().name(),
        Objects.requireNonNullElse(request.path(), "/"),
        query == null ? Map.of() : Call.form(query),
        headers,
        body.toString(StandardCharsets.UTF_8));
  }

  private void respond(HttpServerRequest request, Call call) {
    synchronized (calls) {
      calls.add(call);
    }
    faults.happen(call);
    @Nullable Fault fault = faults.of(call).orElse(null);
    switch (fault) {
      case null -> send(request.response(), answer(call));
      case Fault.Says says ->
          send(
              request.response(),
              new Reply(says.status(), says.contentType(), says.body(), Map.of()));
      case Fault.Resets _ -> reset(request);
      case Fault.LosesTheAnswer _ -> {
        answer(call);
        reset(request);
      }
      case Fault.CutsTheAnswer _ -> {
        Reply whole = answer(call);
        String half = whole.body().substring(0, whole.body().length() / 2);
        send(
            request.response(),
            new Reply(whole.status(), whole.contentType(), half, whole.headers()));
      }
      case Fault.Stalls _ -> stall(request.response(), answer(call));
    }
  }

  private Reply answer(Call call) {
    return call.path().startsWith("/services/oauth2/") ? tokens.answer(call) : api.answer(call);
  }

  private static void reset(HttpServerRequest request) {
    var _ = request.connection().close();
  }

  private void send(HttpServerResponse response, Reply reply) {
    head(response, reply);
    var _ = response.end(reply.body());
  }

  private void stall(HttpServerResponse response, Reply reply) {
    head(response, reply);
    response.setChunked(true);
    var _ = response.write(reply.body().substring(0, reply.body().length() / 2));
  }

  private void head(HttpServerResponse response, Reply reply) {
    response.setStatusCode(reply.status());
    response.putHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(time.instant().atZone(ZoneOffset.UTC)));
    reply.headers().forEach((name, value) -> response.putHeader(name, value));
    String type = reply.contentType();
    if (type != null) {
      response.putHeader("Content-Type", type);
    }
  }
}
