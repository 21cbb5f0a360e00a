package dev.callbook.directory;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.wire.Parse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// The public API's settings. Translates; decides nothing.
@Path("/api/v2/externalcontacts/settings")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SettingsApi {
  /// Source: model `ExternalContactsSettings`. What is not sent is false.
  public record SettingsJson(
      @Nullable Boolean manuallyAssignDivisionsToInteractions,
      @Nullable Boolean manuallyAssignDivisionsToContacts) {}

  /// Source: model `UpdatedSettingsResponse`.
  public record MessageJson(String message) {}

  private final DirectoryChoices choices;
  private final Caller caller;

  SettingsApi(DirectoryChoices choices, Caller caller) {
    this.choices = choices;
    this.caller = caller;
  }

  /// `getExternalcontactsSettings`
  @GET
  @Requires(Permission.SETTINGS_VIEW)
  public SettingsJson get() {
    DirectorySettings settings = choices.get(caller.scope());
    return new SettingsJson(settings.picksInteractionDivision(), settings.picksContactDivision());
  }

  /// `putExternalcontactsSettings`
  @PUT
  @Requires(Permission.SETTINGS_EDIT)
  public MessageJson put(@Nullable SettingsJson body) {
    SettingsJson sent = Parse.body(body);
    choices.put(
        caller.scope(),
        new DirectorySettings(
            Boolean.TRUE.equals(sent.manuallyAssignDivisionsToContacts()),
            Boolean.TRUE.equals(sent.manuallyAssignDivisionsToInteractions())));
    return new MessageJson("The settings are saved.");
  }

  /// `deleteExternalcontactsSettings`
  @DELETE
  @Requires(Permission.SETTINGS_DELETE)
  public MessageJson reset() {
    choices.reset(caller.scope());
    return new MessageJson("The settings are the defaults again.");
  }
}
