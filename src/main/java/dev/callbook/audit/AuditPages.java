package dev.callbook.audit;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Origin;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.audit.AuditNameStore.Who;
import dev.callbook.audit.AuditView.Chip;
import dev.callbook.audit.AuditView.Filters;
import dev.callbook.audit.AuditView.RetentionForm;
import dev.callbook.change.ChangeLog;
import dev.callbook.change.ChangePage;
import dev.callbook.change.ChangeQuery;
import dev.callbook.change.ChangeQuery.Kind;
import dev.callbook.change.Retention;
import dev.callbook.change.Retentions;
import dev.callbook.change.Sight;
import dev.callbook.change.Subject;
import dev.callbook.web.Choice;
import dev.callbook.web.Flash;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Link;
import dev.callbook.web.PageShells;
import dev.callbook.web.Pager;
import dev.callbook.web.Place;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who did what, and when: the change log across all records.
@Path(AuditFilter.PATH)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class AuditPages {
  private static final int ROWS = 50;
  private static final int PEOPLE = 20;

  private final ChangeLog log;
  private final AuditEntries entries;
  private final AuditNameStore names;
  private final AuditExport export;
  private final Retentions retentions;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final RefusalWords refusals;
  private final Words words;

  AuditPages(
      ChangeLog log,
      AuditEntries entries,
      AuditNameStore names,
      AuditExport export,
      Retentions retentions,
      PageShells shells,
      Flash flash,
      Caller caller,
      RefusalWords refusals,
      Words words) {
    this.log = log;
    this.entries = entries;
    this.names = names;
    this.export = export;
    this.retentions = retentions;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.refusals = refusals;
    this.words = words;
  }

  /// @param after where the page before said to look on
  @GET
  @Requires(Permission.AUDIT_VIEW)
  public Response list(@BeanParam AuditFilter filter, @QueryParam("after") @Nullable String after) {
    UUID olderThan = Parse.isAbsent(after) ? null : Parse.id("after", String.valueOf(after));
    Scope scope = caller.scope();
    List<Who> people = peopleNamed(scope, filter);
    if (people.size() == 1) {
      return see(filter.byWhom(people.getFirst().id()).address(AuditFilter.PATH).text());
    }
    try {
      ChangeQuery query = filter.query();
      boolean isSearching = !Parse.isAbsent(filter.name());
      ChangePage page =
          isSearching
              ? new ChangePage(List.of(), null)
              : log.page(scope, new Sight(caller.access()), query, olderThan, ROWS);
      return Response.ok(page(filter, people, page, olderThan, FormErrors.none())).build();
    } catch (Invalid refused) {
      return Response.status(422)
          .entity(page(filter, people, new ChangePage(List.of(), null), null, errors(refused)))
          .build();
    }
  }

  private static Response see(String path) {
    return Response.seeOther(URI.create(path)).build();
  }

  private List<Who> peopleNamed(Scope scope, AuditFilter filter) {
    String name = filter.name();
    return name == null || name.isBlank()
        ? List.of()
        : names.actorsNamed(scope, Parse.text("name", name.strip()), PEOPLE);
  }

  private FormErrors errors(Invalid refused) {
    Map<String, String> byField = new LinkedHashMap<>();
    refused.errors().forEach(error -> byField.put(error.field(), refusals.of(error)));
    return new FormErrors(byField);
  }

  private TemplateInstance page(
      AuditFilter filter,
      List<Who> people,
      ChangePage page,
      @Nullable UUID olderThan,
      FormErrors errors) {
    Access access = caller.access();
    Scope scope = access.scope(Permission.AUDIT_VIEW, Origin.PAGE);
    String first = filter.address(AuditFilter.PATH).text();
    String next =
        page.next() == null
            ? null
            : filter.address(AuditFilter.PATH).with("after", page.next().toString()).text();
    boolean isLooking = next != null && page.changes().size() < ROWS;
    return AuditTemplates.list(
        shells.at(Place.AUDIT),
        new AuditView(
            filters(scope, filter, people, errors),
            entries.inWords(access, scope, page.changes()),
            new Pager("", olderThan == null ? null : first, next),
            isLooking,
            filter.address(AuditFilter.PATH + "/export").text(),
            retention(scope, access, errors)));
  }

  private RetentionForm retention(Scope scope, Access access, FormErrors errors) {
    return new RetentionForm(
        String.valueOf(retentions.get(scope).days()),
        Retention.LEAST,
        Retention.MOST,
        access.may(Permission.SETTINGS_EDIT),
        errors);
  }

  private Filters filters(Scope scope, AuditFilter filter, List<Who> people, FormErrors errors) {
    boolean isSearching = !Parse.isAbsent(filter.name());
    return new Filters(
        errors.at("who") == null ? who(scope, filter) : null,
        Objects.requireNonNullElse(filter.name(), ""),
        isSearching ? people.stream().map(found -> link(filter, found)).toList() : null,
        subjects(filter),
        choices(Kind.values(), filter.change(), this::kindOf),
        choices(Origin.Kind.values(), filter.source(), this::originOf),
        chip(filter.record(), filter.withoutRecord(), errors.at("record")),
        chip(filter.within(), filter.withoutOrigin(), errors.at("within")),
        Objects.requireNonNullElse(filter.from(), ""),
        Objects.requireNonNullElse(filter.to(), ""),
        filter.isAny(),
        errors);
  }

  private static Link link(AuditFilter filter, Who found) {
    return new Link(
        found.email().isEmpty() ? found.name() : found.name() + ", " + found.email(),
        filter.byWhom(found.id()).address(AuditFilter.PATH).text());
  }

  private @Nullable Chip who(Scope scope, AuditFilter filter) {
    String who = filter.who();
    if (who == null || who.isBlank()) {
      return null;
    }
    String shown = "Callbook";
    if (!who.equals(AuditFilter.ITSELF)) {
      UUID id = Parse.id("who", who.strip());
      shown =
          names
              .names(scope, Set.of(id))
              .getOrDefault(id, words.of(AuditMessages.class).someoneGone());
    }
    return new Chip(who, shown, filter.withoutWho().address(AuditFilter.PATH).text());
  }

  private static @Nullable Chip chip(
      @Nullable String value, AuditFilter without, @Nullable String error) {
    return value == null || value.isBlank() || error != null
        ? null
        : new Chip(value, value, without.address(AuditFilter.PATH).text());
  }

  private List<Choice> subjects(AuditFilter filter) {
    AuditMessages say = words.of(AuditMessages.class);
    List<Choice> choices = new ArrayList<>();
    choices.add(
        new Choice(
            AuditFilter.ACCESS, say.whoMayDoWhat(), AuditFilter.ACCESS.equals(filter.what())));
    choices.addAll(choices(Subject.values(), filter.what(), entries::kindOf));
    return choices;
  }

  private static <E extends Enum<E>> List<Choice> choices(
      E[] all, @Nullable String chosen, java.util.function.Function<E, String> name) {
    return Arrays.stream(all)
        .map(each -> {
          String word = each.name().toLowerCase(Locale.ROOT);
          return new Choice(word, name.apply(each), word.equals(chosen));
        })
        .toList();
  }

  private String kindOf(Kind kind) {
    AuditMessages say = words.of(AuditMessages.class);
    return switch (kind) {
      case ADDED -> say.added();
      case CHANGED -> say.changed();
      case REMOVED -> say.deleted();
      case MERGED -> say.merged();
    };
  }

  private String originOf(Origin.Kind origin) {
    AuditMessages say = words.of(AuditMessages.class);
    return switch (origin) {
      case PAGE -> say.onPages();
      case API -> say.byApi();
      case IMPORT -> say.byImport();
      case INTERACTION -> say.duringCall();
      case SYSTEM -> say.byItself();
    };
  }

  /// All that the filters mean, as a file. That it was taken is an entry of the log itself.
  ///
  /// @param format `csv` or `jsonl`
  @POST
  @Path("export")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.AUDIT_VIEW)
  public Response export(
      @BeanParam AuditFilter filter, @FormParam("format") @Nullable String format) {
    AuditExport.Format wanted = AuditExport.Format.parse(format);
    ChangeQuery query = filter.query();
    Scope scope = caller.scope();
    Sight sight = new Sight(caller.access());
    String name = export.note(scope, wanted, filter.withoutName());
    StreamingOutput file = out -> export.write(scope, sight, query, wanted, out);
    return Response.ok(file)
        .type(wanted.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  @POST
  @Path("retention")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(
      value = {Permission.AUDIT_VIEW, Permission.SETTINGS_EDIT},
      mode = Requires.Mode.ALL)
  public Response keep(@FormParam("days") @Nullable String days) {
    Scope scope = caller.scope(Permission.SETTINGS_EDIT);
    try {
      retentions.set(
          scope, new Retention(Parse.number("days", days, 0, Retention.LEAST, Retention.MOST)));
    } catch (Invalid refused) {
      ChangePage newest =
          log.page(
              caller.scope(Permission.AUDIT_VIEW),
              new Sight(caller.access()),
              ChangeQuery.EVERYTHING,
              null,
              ROWS);
      return Response.status(422)
          .entity(page(AuditFilter.none(), List.of(), newest, null, errors(refused)))
          .build();
    }
    flash.say(words.of(AuditMessages.class).retentionSaved());
    return see(AuditFilter.PATH);
  }
}
