package dev.callbook.directory;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Org;
import dev.callbook.access.Orgs;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.directory.SettingsView.Typed;
import dev.callbook.web.Choice;
import dev.callbook.web.Countries;
import dev.callbook.web.Flash;
import dev.callbook.web.FormErrors;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.Words;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.Outdated;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What holds for the whole organization: its name and country, when sessions end, how divisions
/// are chosen.
@Path("/settings")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SettingsPages {
  /// Minutes without use after which sessions end, as offered; 0: never.
  private static final List<Integer> IDLE_MINUTES = List.of(0, 5, 15, 30, 60, 120, 240, 480);

  private final Orgs orgs;
  private final DirectoryChoices choices;
  private final Countries countries;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final RefusalWords refusals;
  private final Words words;

  SettingsPages(
      Orgs orgs,
      DirectoryChoices choices,
      Countries countries,
      PageShells shells,
      Flash flash,
      Caller caller,
      RefusalWords refusals,
      Words words) {
    this.orgs = orgs;
    this.choices = choices;
    this.countries = countries;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.refusals = refusals;
    this.words = words;
  }

  @GET
  @Requires(Permission.SETTINGS_VIEW)
  public TemplateInstance show() {
    return page(Typed.of(orgs.get(caller.access().org())), FormErrors.none(), false);
  }

  private TemplateInstance page(Typed typed, FormErrors errors, boolean overtaken) {
    Org org = orgs.get(caller.access().org());
    Access access = caller.access();
    DirectorySettings settings = choices.get(caller.scope());
    return SettingsTemplates.settings(
        shells.at(Place.SETTINGS),
        new SettingsView(
            typed,
            org.version(),
            countries.choices(typed.region()),
            idleChoices(typed.idleMinutes()),
            settings.picksContactDivision(),
            errors,
            overtaken,
            access.may(Permission.ORG_ADMIN),
            access.may(Permission.SETTINGS_EDIT)));
  }

  private List<Choice> idleChoices(int chosen) {
    SettingsMessages say = words.of(SettingsMessages.class);
    var offered = new TreeSet<>(IDLE_MINUTES);
    offered.add(chosen);
    return offered.stream()
        .map(minutes ->
            new Choice(
                String.valueOf(minutes),
                minutes == 0
                    ? say.never()
                    : minutes % 60 == 0 ? say.hours(minutes / 60) : say.minutes(minutes),
                minutes == chosen))
        .toList();
  }

  /// All of it or nothing.
  @POST
  @Path("organization")
  @Requires(Permission.ORG_ADMIN)
  public Response correct(
      @FormParam("version") @DefaultValue("0") String version,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("region") @DefaultValue("") String region,
      @FormParam("idle") @DefaultValue("0") String idle) {
    Scope scope = caller.scope();
    int seen = Parse.number("version", version, 0, 0, Integer.MAX_VALUE);
    int minutes = Parse.number("idle", idle, 0, 0, 100_000);
    Typed typed = new Typed(name, region, minutes);
    try {
      orgs.correct(scope, Optional.of(seen), name, region, idleTimeout(minutes));
    } catch (Invalid refused) {
      return Response.status(422).entity(page(typed, errors(refused), false)).build();
    } catch (Outdated _) {
      return Response.status(Response.Status.CONFLICT)
          .entity(page(typed, FormErrors.none(), true))
          .build();
    }
    return saved();
  }

  private static Optional<Duration> idleTimeout(int minutes) {
    return minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes));
  }

  private FormErrors errors(Invalid refused) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (FieldError error : refused.errors()) {
      switch (error.field()) {
        case "name" -> errors.put("name", words.of(SettingsMessages.class).nameNeeded());
        case "defaultCountryCode" -> errors.put("region", refusals.of(error));
        default -> errors.put("idle", words.of(SettingsMessages.class).idleNeeded());
      }
    }
    return new FormErrors(errors);
  }

  @POST
  @Path("directory")
  @Requires(Permission.SETTINGS_EDIT)
  public Response choose(@FormParam("picks") boolean picks) {
    Scope scope = caller.scope();
    choices.put(scope, new DirectorySettings(picks, choices.get(scope).picksInteractionDivision()));
    return saved();
  }

  private Response saved() {
    flash.say(words.of(SettingsMessages.class).saved());
    return Response.seeOther(URI.create("/settings")).build();
  }
}
