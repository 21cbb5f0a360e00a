package dev.callbook.identity.duplicate;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactHeaders;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.identity.duplicate.DuplicateStore.After;
import dev.callbook.identity.duplicate.DuplicateStore.Apart;
import dev.callbook.platform.Chores;
import dev.callbook.web.Flash;
import dev.callbook.web.Keyset;
import dev.callbook.web.PageShells;
import dev.callbook.web.Pager;
import dev.callbook.web.Place;
import dev.callbook.web.Tab;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Contacts that look like one person.
@Path("/contacts")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class DuplicatePages {
  private static final String PATH = "/contacts/duplicates";
  private static final String APART = PATH + "/apart";
  private static final int ROWS = 25;

  private final Duplicates duplicates;
  private final DuplicateViews views;
  private final Chores chores;
  private final Contacts contacts;
  private final ContactHeaders headers;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final Words words;

  DuplicatePages(
      Duplicates duplicates,
      DuplicateViews views,
      Chores chores,
      Contacts contacts,
      ContactHeaders headers,
      PageShells shells,
      Flash flash,
      Caller caller,
      Words words) {
    this.duplicates = duplicates;
    this.views = views;
    this.chores = chores;
    this.contacts = contacts;
    this.headers = headers;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.words = words;
  }

  /// What may be merged is shown first: both permissions are needed.
  private Scope scope() {
    return caller.scope().and(caller.scope(Permission.CONTACT_VIEW));
  }

  /// @param after the last pair of the page before
  @GET
  @Path("duplicates")
  @Requires(Permission.IDENTITY_MERGE)
  public TemplateInstance list(@QueryParam("after") @Nullable String after) {
    Scope scope = scope();
    List<Pair> found = duplicates.list(scope, place(after), ROWS + 1);
    List<Pair> shown = found.stream().limit(ROWS).toList();
    String next = found.size() > ROWS ? PATH + "?after=" + text(shown.getLast()) : null;
    return page(scope, false, shown, here(PATH, after), pager(PATH, after, next));
  }

  /// @param after the last pair of the page before
  @GET
  @Path("duplicates/apart")
  @Requires(Permission.IDENTITY_MERGE)
  public TemplateInstance listApart(@QueryParam("after") @Nullable String after) {
    Scope scope = scope();
    UUID olderThan = Parse.isAbsent(after) ? null : Parse.id("after", String.valueOf(after));
    List<Apart> found = duplicates.apart(scope, olderThan, ROWS + 1);
    List<Apart> shown = found.stream().limit(ROWS).toList();
    String next = found.size() > ROWS ? APART + "?after=" + shown.getLast().id() : null;
    return page(
        scope,
        true,
        shown.stream().map(Apart::pair).toList(),
        here(APART, after),
        pager(APART, after, next));
  }

  private static String here(String path, @Nullable String after) {
    return Parse.isAbsent(after) ? path : path + "?after=" + after;
  }

  private static Pager pager(String path, @Nullable String after, @Nullable String next) {
    return new Pager("", Parse.isAbsent(after) ? null : path, next);
  }

  private static String text(Pair pair) {
    return new Keyset(pair.rank() + " " + pair.other(), pair.one().value()).text();
  }

  private static @Nullable After place(@Nullable String after) {
    return Keyset.parse(after).map(DuplicatePages::place).orElse(null);
  }

  private static After place(Keyset at) {
    String[] parts = at.sortKey().split(" ", 2);
    if (parts.length != 2 || !parts[0].matches("[1-9]")) {
      throw new Invalid("after", "invalid.value", "after is no place in this list.");
    }
    return new After(Integer.parseInt(parts[0]), at.id(), Parse.id("after", parts[1]));
  }

  private TemplateInstance page(
      Scope scope, boolean isApart, List<Pair> pairs, String here, Pager pager) {
    DuplicateMessages say = words.of(DuplicateMessages.class);
    return DuplicateTemplates.list(
        shells.at(Place.DUPLICATES),
        new DuplicatesView(
            List.of(
                new Tab(say.lookAlike(), PATH, !isApart, null),
                new Tab(say.notTheSame(), APART, isApart, null)),
            isApart,
            views.rows(scope, pairs),
            duplicates.lookedAt(scope).orElse(null),
            chores.isBeingDone(DuplicateChores.FIND),
            here,
            pager));
  }

  /// Those of one contact, looked for now.
  @GET
  @Path("{contactId}/duplicates")
  @Requires(Permission.IDENTITY_MERGE)
  public TemplateInstance ofContact(@PathParam("contactId") String id) {
    Scope scope = scope();
    Contact contact = contacts.get(scope, ContactId.parse("contactId", id));
    List<Pair> pairs = duplicates.lookFor(scope, contact, ROWS);
    return DuplicateTemplates.ofContact(
        shells.at(Place.CONTACTS),
        headers.of(scope, contact, ContactHeaders.Tab.DUPLICATES),
        new DuplicatesView(
            List.of(),
            false,
            views.rows(scope, pairs),
            null,
            false,
            "/contacts/" + contact.id() + "/duplicates",
            new Pager("", null, null)));
  }

  /// Looks through the whole directory now: an admin who just cleaned up wants to see what is left.
  @POST
  @Path("duplicates/look")
  @Requires(Permission.IDENTITY_MERGE)
  public Response look() {
    chores.doNow(DuplicateChores.FIND);
    flash.say(words.of(DuplicateMessages.class).looking());
    return Response.seeOther(URI.create(PATH)).build();
  }

  /// @param back where the button stood
  @POST
  @Path("duplicates/apart")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.IDENTITY_MERGE)
  public Response keepApart(
      @FormParam("one") @DefaultValue("") String one,
      @FormParam("other") @DefaultValue("") String other,
      @FormParam("back") @Nullable String back) {
    ContactId first = ContactId.parse("one", one);
    ContactId second = ContactId.parse("other", other);
    duplicates.keepApart(scope(), first, second);
    flash.say(
        words.of(DuplicateMessages.class).remembered(),
        PATH + "/together?one=" + first + "&other=" + second);
    return Response.seeOther(URI.create(safe(back))).build();
  }

  /// Also the way back of [#keepApart], whose toast has a button and no fields.
  @POST
  @Path("duplicates/together")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.IDENTITY_MERGE)
  public Response forget(
      @FormParam("one") @Nullable String one,
      @FormParam("other") @Nullable String other,
      @QueryParam("one") @Nullable String oneSaid,
      @QueryParam("other") @Nullable String otherSaid) {
    duplicates.forget(scope(), parse("one", one, oneSaid), parse("other", other, otherSaid));
    flash.say(words.of(DuplicateMessages.class).forgotten());
    return Response.seeOther(URI.create(PATH)).build();
  }

  private static ContactId parse(String field, @Nullable String posted, @Nullable String said) {
    return ContactId.parse(field, Objects.requireNonNullElse(posted == null ? said : posted, ""));
  }

  /// Nowhere but back to a page of ours with such buttons.
  private static String safe(@Nullable String back) {
    return back != null && back.matches("/contacts/[A-Za-z0-9/?=&_-]+") ? back : PATH;
  }
}
