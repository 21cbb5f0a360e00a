package dev.callbook.interaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.access.Caller;
import dev.callbook.access.Open;
import dev.callbook.access.OrgId;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.platform.Timings;
import dev.callbook.wire.JsonErrors;
import dev.callbook.wire.Refusal.Invalid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Where sources report calls and messages.
@Path("/api/v2/callbook/interactions/events")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EventApi {
  private final Interactions interactions;
  private final Signatures signatures;
  private final ObjectMapper json;
  private final Timings timings;
  private final Clock clock;
  private final Caller caller;

  EventApi(
      Interactions interactions,
      Signatures signatures,
      ObjectMapper json,
      Timings timings,
      Clock clock,
      Caller caller) {
    this.interactions = interactions;
    this.signatures = signatures;
    this.json = json;
    this.timings = timings;
    this.clock = clock;
    this.caller = caller;
  }

  /// From a source that holds a token.
  @POST
  @Requires(Permission.INTERACTION_REPORT)
  public HeardJson report(@Nullable EventJson body) {
    return taken(caller.scope().org(), present(body).read(clock));
  }

  /// From a source that signs. The source is the one that signed, whatever the body says.
  @POST
  @Path("signed")
  @Open("Sources without a token; the body's signature is checked against the source's secret.")
  public HeardJson reportSigned(
      @HeaderParam("X-Callbook-Source") @Nullable String source,
      @HeaderParam("X-Callbook-Timestamp") @Nullable String timestamp,
      @HeaderParam("X-Callbook-Signature") @Nullable String signature,
      byte[] body) {
    EventSource signer = signatures.verify(source, timestamp, signature, body);
    EventJson sent = parse(body);
    return taken(signer.org(), sent.from(signer.name()).read(clock));
  }

  private HeardJson taken(OrgId org, InboundEvent event) {
    long start = System.nanoTime();
    HeardJson heard = HeardJson.of(interactions.report(org, event));
    timings.report().add(System.nanoTime() - start);
    return heard;
  }

  private EventJson parse(byte[] body) {
    try {
      return present(json.readValue(body, EventJson.class));
    } catch (JsonProcessingException fault) {
      throw JsonErrors.refusal(fault);
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static EventJson present(@Nullable EventJson body) {
    if (body == null) {
      throw new Invalid("body", "required", "The event is the request's body.");
    }
    return body;
  }
}
