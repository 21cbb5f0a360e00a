package dev.callbook.customfield;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.customfield.EditorView.SchemaLine;
import dev.callbook.customfield.SchemaEditor.Work;
import dev.callbook.web.Flash;
import dev.callbook.web.FormErrors;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.Tab;
import dev.callbook.web.WebMessages;
import dev.callbook.web.Words;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Problem;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The editor of custom fields.
@Path("/custom-fields")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SchemaPages {
  private static final String PATH = "/custom-fields";

  private final Schemas schemas;
  private final SchemaEditor editor;
  private final FieldEffects effects;
  private final SchemaVersions versions;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final RefusalWords refusals;
  private final Words words;

  SchemaPages(
      Schemas schemas,
      SchemaEditor editor,
      FieldEffects effects,
      SchemaVersions versions,
      PageShells shells,
      Flash flash,
      Caller caller,
      RefusalWords refusals,
      Words words) {
    this.schemas = schemas;
    this.editor = editor;
    this.effects = effects;
    this.versions = versions;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.refusals = refusals;
    this.words = words;
  }

  /// The word that addresses have for a kind.
  static String word(SchemaKind kind) {
    return switch (kind) {
      case CONTACT -> "contacts";
      case ORGANIZATION -> "organizations";
    };
  }

  private static SchemaKind kind(@Nullable String word) {
    if (Parse.isAbsent(word)) {
      return SchemaKind.CONTACT;
    }
    return Stream.of(SchemaKind.values())
        .filter(kind -> word(kind).equals(word))
        .findFirst()
        .orElseThrow(() -> new Invalid("of", "invalid.value", "of is contacts or organizations."));
  }

  private static String path(Schema schema) {
    return PATH + "?of=" + word(schema.kind()) + "&schema=" + schema.id();
  }

  /// @param schema the one that is edited; absent for the one that new records begin with
  /// @param open the key of the field that is open
  @GET
  @Requires(Permission.CUSTOM_FIELDS_VIEW)
  public TemplateInstance edit(
      @QueryParam("of") @Nullable String of,
      @QueryParam("schema") @Nullable String schema,
      @QueryParam("open") @DefaultValue("") String open) {
    Scope scope = caller.scope();
    SchemaKind kind = kind(of);
    List<Schema> all = schemas.all(scope, kind);
    Optional<Schema> edited =
        Parse.isAbsent(schema)
            ? all.stream()
                .filter(Schema::offeredFirst)
                .findFirst()
                .or(() -> all.stream().findFirst())
            : Optional.of(schemas.get(scope, kind, Parse.id("schema", String.valueOf(schema))));
    Work work =
        edited.map(each -> Work.opened(each, each.order().contains(open) ? open : "")).orElse(null);
    return page(kind, all, work, "", FormErrors.none());
  }

  private TemplateInstance page(
      SchemaKind kind, List<Schema> all, @Nullable Work work, String newName, FormErrors errors) {
    Access access = caller.access();
    WebMessages say = words.of(WebMessages.class);
    UUID first =
        Stream.concat(all.stream().filter(Schema::offeredFirst), all.stream())
            .filter(Schema::isOpen)
            .map(Schema::id)
            .findFirst()
            .orElse(null);
    return SchemaTemplates.editor(
        shells.at(Place.CUSTOM_FIELDS),
        new EditorView(
            List.of(
                new Tab(say.contacts(), PATH + "?of=contacts", kind == SchemaKind.CONTACT, null),
                new Tab(
                    say.organizations(),
                    PATH + "?of=organizations",
                    kind == SchemaKind.ORGANIZATION,
                    null)),
            word(kind),
            all.stream()
                .map(schema ->
                    new SchemaLine(
                        schema.id().toString(),
                        schema.name(),
                        path(schema),
                        work != null && work.newest().id().equals(schema.id()),
                        schema.enabled(),
                        schema.id().equals(first)))
                .toList(),
            work == null ? null : editor.sheet(work),
            newName,
            errors,
            new EditorView.May(
                access.may(Permission.CUSTOM_FIELDS_ADD),
                access.may(Permission.CUSTOM_FIELDS_EDIT))));
  }

  private Response page(int status, Work work) {
    SchemaKind kind = work.newest().kind();
    return Response.status(status)
        .entity(page(kind, schemas.all(caller.scope(), kind), work, "", FormErrors.none()))
        .build();
  }

  /// A button of the editor.
  @POST
  @Requires(Permission.CUSTOM_FIELDS_EDIT)
  public Response work(MultivaluedMap<String, String> sent) {
    EditorPost post = new EditorPost(sent);
    Work work = editor.read(caller.scope(), post);
    if (work.errors().any()) {
      return page(422, work);
    }
    return post.command().verb().equals("publish")
        ? publish(work)
        : page(200, editor.after(work, post.command()));
  }

  private Response publish(Work work) {
    Scope scope = caller.scope();
    Schema newest = work.newest();
    try {
      Schema saved =
          schemas.replace(
              scope, newest.kind(), newest.id(), work.seenVersion(), editor.draft(work));
      CustomFieldMessages say = words.of(CustomFieldMessages.class);
      flash.say(
          saved.version() == work.seenVersion()
              ? say.nothingToPublish()
              : say.published(saved.version()));
      return Response.seeOther(URI.create(path(saved))).build();
    } catch (Outdated _) {
      return page(409, editor.onto(scope, work, schemas.get(scope, newest.id())));
    } catch (Invalid refused) {
      return page(422, work.refused(null, messages(refused.errors())));
    } catch (Conflict refused) {
      return page(422, work.refused(null, messages(List.of(refused.error()))));
    }
  }

  private FormErrors messages(List<FieldError> errors) {
    CustomFieldMessages say = words.of(CustomFieldMessages.class);
    Map<String, String> messages = new LinkedHashMap<>();
    for (FieldError error : errors) {
      String sentence =
          switch (error.problem()) {
            case Problem.TooMany(int most) ->
                error.field().equals("name") ? say.tooManySchemas(most) : say.tooManyInAll(most);
            case Problem.Missing _ -> say.nameTheSchema();
            case Problem.TooLong _ -> refusals.of(error);
            case Problem.Disabled _ -> say.schemaIsDeleted();
            default -> error.field().equals("name") ? say.schemaNameTaken() : refusals.of(error);
          };
      messages.putIfAbsent("name", sentence);
    }
    return new FormErrors(messages);
  }

  /// The form as it will be, while somebody types.
  @POST
  @Path("preview")
  @Requires(Permission.CUSTOM_FIELDS_EDIT)
  public TemplateInstance preview(MultivaluedMap<String, String> sent) {
    return SchemaTemplates.beside(editor.beside(editor.read(caller.scope(), new EditorPost(sent))));
  }

  /// How many records the changes meet.
  @POST
  @Path("effects")
  @Requires(Permission.CUSTOM_FIELDS_EDIT)
  public TemplateInstance effects(MultivaluedMap<String, String> sent) {
    Scope scope = caller.scope();
    return SchemaTemplates.effects(effects.of(scope, editor.read(scope, new EditorPost(sent))));
  }

  /// How many records hold each field.
  @GET
  @Path("schemas/{schemaId}/use")
  @Requires(Permission.CUSTOM_FIELDS_VIEW)
  public TemplateInstance use(@PathParam("schemaId") String id) {
    Scope scope = caller.scope();
    return SchemaTemplates.use(effects.uses(scope, schemas.get(scope, Parse.id("schemaId", id))));
  }

  @POST
  @Path("schemas")
  @Requires(Permission.CUSTOM_FIELDS_ADD)
  public Response add(
      @FormParam("of") @Nullable String of, @FormParam("name") @DefaultValue("") String name) {
    Scope scope = caller.scope();
    SchemaKind kind = kind(of);
    try {
      Schema added =
          schemas.add(scope, kind, new Schemas.Draft(name, null, SchemaSketch.empty().document()));
      flash.say(words.of(CustomFieldMessages.class).schemaAdded());
      return Response.seeOther(URI.create(path(added))).build();
    } catch (Invalid refused) {
      return again(kind, name, messages(refused.errors()));
    } catch (Conflict refused) {
      return again(kind, name, messages(List.of(refused.error())));
    }
  }

  private Response again(SchemaKind kind, String name, FormErrors errors) {
    List<Schema> all = schemas.all(caller.scope(), kind);
    Work work = all.stream().findFirst().map(each -> Work.opened(each, "")).orElse(null);
    // Both forms have a name; this one's is called another way where both are shown.
    FormErrors renamed =
        new FormErrors(errors.at("name") == null ? Map.of() : Map.of("newName", errors.at("name")));
    return Response.status(422).entity(page(kind, all, work, name, renamed)).build();
  }

  /// Lets new records take a schema up, or not, or begin with it.
  @POST
  @Path("schemas/{schemaId}/state")
  @Requires(Permission.CUSTOM_FIELDS_EDIT)
  public Response setState(
      @PathParam("schemaId") String id, @FormParam("state") @DefaultValue("") String state) {
    Scope scope = caller.scope();
    Schema schema = schemas.get(scope, Parse.id("schemaId", id));
    CustomFieldMessages say = words.of(CustomFieldMessages.class);
    switch (state) {
      case "first" -> {
        schemas.offerFirst(scope, schema.id());
        flash.say(say.nowFirst());
      }
      case "on", "off" -> {
        schemas.replace(
            scope,
            schema.kind(),
            schema.id(),
            schema.version(),
            new Schemas.Draft(schema.name(), state.equals("on"), schema.document()));
        flash.say(state.equals("on") ? say.nowOffered() : say.noLongerOffered());
      }
      default -> throw new Invalid("state", "invalid.value", "state is on, off or first.");
    }
    return Response.seeOther(URI.create(path(schema))).build();
  }

  /// @param after the oldest entry of the page before
  @GET
  @Path("schemas/{schemaId}/versions")
  @Requires(Permission.CUSTOM_FIELDS_VIEW)
  public TemplateInstance versions(
      @PathParam("schemaId") String id, @QueryParam("after") @Nullable String after) {
    Scope scope = caller.scope();
    Schema schema = schemas.get(scope, Parse.id("schemaId", id));
    UUID olderThan = Parse.isAbsent(after) ? null : Parse.id("after", String.valueOf(after));
    return SchemaTemplates.versions(
        shells.at(Place.CUSTOM_FIELDS),
        new EditorView.Versions(
            schema.id().toString(),
            word(schema.kind()),
            path(schema),
            schema.name(),
            versions.of(scope, schema, PATH + "/schemas/" + schema.id() + "/versions", olderThan)));
  }
}
