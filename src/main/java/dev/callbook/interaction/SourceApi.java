package dev.callbook.interaction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.directory.Checks;
import dev.callbook.phone.DialPlan;
import dev.callbook.phone.Region;
import dev.callbook.wire.Parse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The sources of calls and messages: dial plan, secret, telephones; and what agents are told.
@Path("/api/v2/callbook/interactions")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SourceApi {
  /// @param id what signed events name
  /// @param region for numbers without a country code
  /// @param signs whether it has a secret
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record SourceJson(
      @Nullable UUID id,
      @Nullable String name,
      @Nullable String region,
      @Nullable String outsideLine,
      @Nullable String international,
      @Nullable String national,
      boolean withoutPlus,
      boolean signs) {
    static SourceJson of(EventSource source) {
      DialPlan plan = source.plan();
      return new SourceJson(
          source.id(),
          source.name(),
          plan.region().code(),
          plan.outsideLine(),
          plan.international(),
          plan.national(),
          plan.withoutPlus(),
          source.signs());
    }
  }

  /// At most 1,000.
  public record SourcesJson(List<SourceJson> entities) {}

  /// @param id the source's, for the header `X-Callbook-Source`
  /// @param secret shown this once
  public record SecretJson(UUID id, String secret) {}

  /// @param user a user's id; null to assign the telephone to nobody
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record DeviceJson(@Nullable String device, @Nullable String user) {}

  /// @param tellsHiddenContact whether an agent learns that somebody they may not see holds the
  ///   caller's number
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record SettingsJson(boolean tellsHiddenContact) {}

  private final Sources sources;
  private final Caller caller;

  SourceApi(Sources sources, Caller caller) {
    this.sources = sources;
    this.caller = caller;
  }

  /// All of them, by name.
  @GET
  @Path("sources")
  @Requires(Permission.SOURCE_VIEW)
  public SourcesJson all() {
    return new SourcesJson(sources.all(caller.scope()).stream().map(SourceJson::of).toList());
  }

  /// Sets how a source writes numbers; makes the source where there is none of that name.
  @PUT
  @Path("sources/{sourceName}")
  @Requires(Permission.SOURCE_EDIT)
  public SourceJson put(@PathParam("sourceName") String name, @Nullable SourceJson sentBody) {
    SourceJson body = Parse.body(sentBody);
    Checks checks = new Checks();
    String region = checks.text("region", body.region(), 2);
    if (region != null && Region.find(region).isEmpty()) {
      checks.note("region", "invalid.value", "Name a country by its two letters, such as ES.");
    }
    String outside = digits(checks, "outsideLine", body.outsideLine());
    String international = digits(checks, "international", body.international());
    String national = digits(checks, "national", body.national());
    checks.refuseIfAny();
    Region own = Region.find(region == null ? caller.access().region() : region).orElseThrow();
    return SourceJson.of(
        sources.setPlan(
            caller.scope(),
            name,
            region == null ? null : own.code(),
            new DialPlan(own, outside, international, national, body.withoutPlus())));
  }

  private static String digits(Checks checks, String field, @Nullable String sent) {
    String text = checks.text(field, sent, 8);
    if (text != null && !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      checks.note(field, "invalid.value", field + " holds up to 8 digits and nothing else.");
    }
    return text == null ? "" : text;
  }

  /// Another secret for signed events; the one before ends at once.
  @POST
  @Path("sources/{sourceName}/secret")
  @Requires(Permission.SOURCE_EDIT)
  public SecretJson rotate(@PathParam("sourceName") String name) {
    String secret = sources.rotateSecret(caller.scope(), name);
    return new SecretJson(sources.named(caller.scope().org(), name).id(), secret);
  }

  /// Assigns a telephone to a user.
  @PUT
  @Path("sources/{sourceName}/devices")
  @Requires(Permission.SOURCE_EDIT)
  public DeviceJson assign(@PathParam("sourceName") String name, @Nullable DeviceJson sentBody) {
    DeviceJson body = Parse.body(sentBody);
    Checks checks = new Checks();
    String device =
        checks.required(
            "device", body.device(), 256, "Name the telephone as the source does: PJSIP/1001.");
    checks.refuseIfAny();
    String sent = body.user();
    UUID user = sent == null || sent.isBlank() ? null : Parse.id("user", sent);
    sources.assign(caller.scope(), name, java.util.Objects.requireNonNull(device), user);
    return body;
  }

  /// What agents are told.
  @GET
  @Path("settings")
  @Requires(Permission.SOURCE_VIEW)
  public SettingsJson settings() {
    return new SettingsJson(sources.tellsHiddenContact(caller.scope().org()));
  }

  /// Chooses what agents are told.
  @PUT
  @Path("settings")
  @Requires(Permission.SOURCE_EDIT)
  public SettingsJson settings(@Nullable SettingsJson sentBody) {
    SettingsJson body = Parse.body(sentBody);
    sources.setTellsHiddenContact(caller.scope(), body.tellsHiddenContact());
    return body;
  }
}
