package dev.callbook.access.admin;

import static dev.callbook.access.Permission.ORG_ADMIN;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.access.Caller;
import dev.callbook.access.Org;
import dev.callbook.access.Orgs;
import dev.callbook.access.Requires;
import dev.callbook.access.SignedIn;
import dev.callbook.wire.Parse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The caller's own organization.
@Path("/api/v2/organizations/me")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationsApi {
  /// Source: model `Organization`, the fields that there are something to say in.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OurOrganizationJson(
      @Nullable String id,
      @Nullable String name,
      @Nullable String defaultCountryCode,
      @Nullable Integer version,
      @Nullable String state,
      @Nullable String selfUri) {
    static OurOrganizationJson of(Org org) {
      return new OurOrganizationJson(
          org.id().value().toString(),
          org.name(),
          org.defaultRegion(),
          org.version(),
          "active",
          "/api/v2/organizations/me");
    }
  }

  private final Orgs orgs;
  private final Caller caller;

  OrganizationsApi(Orgs orgs, Caller caller) {
    this.orgs = orgs;
    this.caller = caller;
  }

  /// `getOrganizationsMe`
  @GET
  @SignedIn("everyone may know where they belong")
  public OurOrganizationJson get() {
    return OurOrganizationJson.of(orgs.get(caller.access().org()));
  }

  /// `putOrganizationsMe`: name and country; a version that is not the stored one is refused.
  @PUT
  @Requires(ORG_ADMIN)
  public OurOrganizationJson replace(@Nullable OurOrganizationJson body) {
    OurOrganizationJson sent = Parse.body(body);
    return OurOrganizationJson.of(
        orgs.correct(
            caller.scope(),
            Optional.ofNullable(sent.version()),
            Objects.requireNonNullElse(sent.name(), ""),
            Objects.requireNonNullElse(
                sent.defaultCountryCode(), orgs.get(caller.access().org()).defaultRegion())));
  }
}
