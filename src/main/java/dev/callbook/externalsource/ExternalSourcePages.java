package dev.callbook.externalsource;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.directory.Checks;
import dev.callbook.externalsource.ExternalSource.Details;
import dev.callbook.externalsource.ExternalSourceView.Typed;
import dev.callbook.externalsource.ExternalSources.Listed;
import dev.callbook.externalsource.ExternalSources.Query;
import dev.callbook.web.Flash;
import dev.callbook.web.FormErrors;
import dev.callbook.web.PageShells;
import dev.callbook.web.Pager;
import dev.callbook.web.Place;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.Words;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Conflict;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The other systems by whose ids records are known: named, switched off, linked to, removed.
@Path("/external-sources")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ExternalSourcePages {
  private static final int PAGE_SIZE = 50;
  private static final String LINK = "link";

  private final ExternalSources sources;
  private final ExternalSourceUses uses;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final RefusalWords refusals;
  private final Words words;

  ExternalSourcePages(
      ExternalSources sources,
      ExternalSourceUses uses,
      PageShells shells,
      Flash flash,
      Caller caller,
      RefusalWords refusals,
      Words words) {
    this.sources = sources;
    this.uses = uses;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.refusals = refusals;
    this.words = words;
  }

  @GET
  @Requires(Permission.EXTERNAL_SOURCE_VIEW)
  public TemplateInstance list(
      @QueryParam("q") @Nullable String q, @QueryParam("after") @Nullable String after) {
    return list(Objects.requireNonNullElse(q, "").strip(), after, Typed.blank(), FormErrors.none());
  }

  private TemplateInstance list(
      String beginning, @Nullable String after, Typed typed, FormErrors errors) {
    Query query =
        new Query(
            beginning,
            Optional.empty(),
            Optional.ofNullable(after).filter(place -> !place.isBlank()),
            PAGE_SIZE);
    List<Listed> found = sources.list(caller.scope(Permission.EXTERNAL_SOURCE_VIEW), query);
    List<Listed> shown = found.stream().limit(PAGE_SIZE).toList();
    String next =
        found.size() > PAGE_SIZE
            ? "/external-sources?q="
                + encoded(beginning)
                + "&after="
                + encoded(shown.getLast().place())
            : null;
    return ExternalSourceTemplates.list(
        shells.at(Place.EXTERNAL_SOURCES),
        new ExternalSourcesView(
            beginning,
            shown.stream().map(listed -> row(listed.source())).toList(),
            new Pager("", after == null ? null : "/external-sources?q=" + encoded(beginning), next),
            typed,
            errors,
            caller.access().may(Permission.EXTERNAL_SOURCE_ADD)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static ExternalSourcesView.Row row(ExternalSource source) {
    Details details = source.details();
    return new ExternalSourcesView.Row(
        source.id().toString(),
        details.name(),
        details.active(),
        details.link() == null ? "" : details.link().text());
  }

  @POST
  @Requires(Permission.EXTERNAL_SOURCE_ADD)
  public Response add(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam(LINK) @DefaultValue("") String link) {
    Typed typed = new Typed(name, link, true);
    try {
      ExternalSource added = sources.add(caller.scope(), read(typed));
      flash.say(words.of(ExternalSourceMessages.class).added());
      return to(added.id());
    } catch (Invalid | Conflict refused) {
      return Response.status(422).entity(list("", null, typed, errors(refused))).build();
    }
  }

  @GET
  @Path("{sourceId}")
  @Requires(Permission.EXTERNAL_SOURCE_VIEW)
  public TemplateInstance show(@PathParam("sourceId") String id) {
    ExternalSource source = sources.get(caller.scope(), Parse.id("sourceId", id));
    return page(source, Typed.of(source.details()), FormErrors.none(), false);
  }

  private TemplateInstance page(
      ExternalSource source, Typed typed, FormErrors errors, boolean overtaken) {
    Access access = caller.access();
    return ExternalSourceTemplates.show(
        shells.at(Place.EXTERNAL_SOURCES),
        new ExternalSourceView(
            source.id().toString(),
            source.details().name(),
            source.version(),
            Typed.of(source.details()),
            typed,
            overtaken,
            Optional.ofNullable(source.details().link())
                .map(template -> template.to(ExternalSourceView.EXAMPLE))
                .orElse(""),
            errors,
            access.may(Permission.EXTERNAL_SOURCE_EDIT),
            access.may(Permission.EXTERNAL_SOURCE_DELETE)));
  }

  /// How many records it knows: a part of its page, since counting may take a moment.
  @GET
  @Path("{sourceId}/uses")
  @Requires(Permission.EXTERNAL_SOURCE_VIEW)
  public TemplateInstance uses(@PathParam("sourceId") String id) {
    Scope scope = caller.scope();
    ExternalSource source = sources.get(scope, Parse.id("sourceId", id));
    return ExternalSourceTemplates.uses(uses.of(scope, source.id()));
  }

  @POST
  @Path("{sourceId}")
  @Requires(Permission.EXTERNAL_SOURCE_EDIT)
  public Response correct(
      @PathParam("sourceId") String id,
      @FormParam("version") @DefaultValue("0") String version,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam(LINK) @DefaultValue("") String link,
      @FormParam("active") boolean active) {
    Scope scope = caller.scope();
    UUID source = Parse.id("sourceId", id);
    int seen = Parse.number("version", version, 0, 0, Integer.MAX_VALUE);
    Typed typed = new Typed(name, link, active);
    try {
      Details details = read(typed);
      sources.correct(scope, source, OptionalInt.of(seen), _ -> details);
    } catch (Invalid | Conflict refused) {
      return Response.status(422)
          .entity(page(sources.get(scope, source), typed, errors(refused), false))
          .build();
    } catch (Outdated _) {
      // The form holds the newer version now, so that saving it again is a decision.
      return Response.status(Response.Status.CONFLICT)
          .entity(page(sources.get(scope, source), typed, FormErrors.none(), true))
          .build();
    }
    flash.say(words.of(ExternalSourceMessages.class).saved());
    return to(source);
  }

  @POST
  @Path("{sourceId}/delete")
  @Requires(Permission.EXTERNAL_SOURCE_DELETE)
  public Response remove(@PathParam("sourceId") String id) {
    sources.remove(caller.scope(), Parse.id("sourceId", id));
    flash.say(words.of(ExternalSourceMessages.class).removed());
    return Response.seeOther(URI.create("/external-sources")).build();
  }

  private static Details read(Typed typed) {
    Checks checks = new Checks();
    String name = ExternalSourceReader.name(checks, typed.name());
    LinkTemplate link = LinkTemplate.read(checks, LINK, typed.link());
    checks.refuseIfAny();
    return new Details(Objects.requireNonNull(name), typed.active(), link);
  }

  private FormErrors errors(RuntimeException refused) {
    List<FieldError> wrong =
        switch (refused) {
          case Invalid invalid -> invalid.errors();
          case Conflict conflict -> List.of(conflict.error());
          default -> throw refused;
        };
    ExternalSourceMessages say = words.of(ExternalSourceMessages.class);
    Map<String, String> errors = new LinkedHashMap<>();
    for (FieldError error : wrong) {
      boolean badLink = error.field().equals(LINK) && error.rule().equals("invalid.value");
      errors.put(error.field(), badLink ? say.linkNeeded(LinkTemplate.GAP) : refusals.of(error));
    }
    return new FormErrors(errors);
  }

  private static Response to(UUID source) {
    return Response.seeOther(URI.create("/external-sources/" + source)).build();
  }
}
