package dev.callbook.bulkaction;

import dev.callbook.access.Division;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactListFilter;
import dev.callbook.directory.Selection;
import dev.callbook.web.Choice;
import dev.callbook.web.Flash;
import dev.callbook.web.Link;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.Sent;
import dev.callbook.web.Words;
import dev.callbook.wire.Listing;
import dev.callbook.wire.Refusal.Invalid;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Actions on many contacts as people see them: who is meant, the question, the run, the report and
/// the way back.
@Path("/contacts/bulk")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ContactBulkPages {
  private static final int MAX_MERGED = 10;

  private final BulkPages pages;
  private final PageShells shells;
  private final Flash flash;
  private final Words words;

  ContactBulkPages(BulkPages pages, PageShells shells, Flash flash, Words words) {
    this.pages = pages;
    this.shells = shells;
    this.flash = flash;
    this.words = words;
  }

  @GET
  @Requires(Permission.CONTACT_VIEW)
  public TemplateInstance list(@QueryParam("olderThan") @Nullable String olderThan) {
    return pages.list(BulkSubject.CONTACT, olderThan);
  }

  /// Asks for something to be done to those who were picked (`id`, repeated), or, with `all`, to
  /// everybody whom the filters let through that were sent along.
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(Permission.CONTACT_VIEW)
  public Response order(MultivaluedMap<String, String> form) {
    ContactListFilter filter = ContactListFilter.of(form);
    Optional<Selection> selection = BulkPages.selection(form, filter.said());
    if (selection.isEmpty()) {
      return pages.nobody(BulkSubject.CONTACT, list(filter));
    }
    String wanted = String.valueOf(form.getFirst("action"));
    if (wanted.equals("merge")) {
      return merge(selection.get(), list(filter));
    }
    BulkKind kind =
        BulkKind.find(wanted)
            .filter(known -> known.subject() == BulkSubject.CONTACT)
            .orElseThrow(() ->
                new Invalid("action", "invalid.value", "There is no such action on contacts."));
    Scope may = pages.may(kind);
    Optional<Division> target =
        may.divisions().stream()
            .filter(division -> division.wireId().equals(form.getFirst("target")))
            .findFirst();
    if (kind == BulkKind.RECREATE && target.isEmpty()) {
      return Response.ok(division(may, form, new Link("", list(filter)))).build();
    }
    return pages.order(
        kind,
        selection.get(),
        target.filter(_ -> kind == BulkKind.RECREATE).map(Division::id).orElse(null));
  }

  private static String list(ContactListFilter filter) {
    return filter.on(Listing.Link.to(BulkSubject.CONTACT.list())).text();
  }

  private Response merge(Selection picked, String list) {
    if (picked.ids().size() < 2 || picked.ids().size() > MAX_MERGED) {
      flash.say(words.of(BulkMessages.class).mergeSome(MAX_MERGED));
      return BulkPages.goTo(list);
    }
    return BulkPages.goTo(
        "/contacts/merge?ids="
            + picked.ids().stream().map(UUID::toString).collect(Collectors.joining(",")));
  }

  private TemplateInstance division(Scope may, MultivaluedMap<String, String> form, Link back) {
    Map<String, List<String>> said = new LinkedHashMap<>(form);
    said.keySet().removeAll(Set.of("action", "target"));
    return BulkTemplates.division(
        shells.at(Place.CONTACTS),
        new DivisionQuestion(
            Sent.all(said),
            may.divisions().stream()
                .map(division -> new Choice(division.wireId(), words.nameOf(division), false))
                .toList(),
            back,
            form.containsKey("target")));
  }

  @GET
  @Path("{actionId}")
  @Requires(Permission.CONTACT_VIEW)
  public TemplateInstance show(@PathParam("actionId") String id) {
    return pages.show(BulkSubject.CONTACT, id);
  }

  /// The part of the page that moves.
  @GET
  @Path("{actionId}/progress")
  @Requires(Permission.CONTACT_VIEW)
  public Response progress(@PathParam("actionId") String id) {
    return pages.progress(BulkSubject.CONTACT, id);
  }

  @POST
  @Path("{actionId}/run")
  @Requires(Permission.CONTACT_VIEW)
  public Response run(@PathParam("actionId") String id) {
    return pages.run(BulkSubject.CONTACT, id);
  }

  @POST
  @Path("{actionId}/cancel")
  @Requires(Permission.CONTACT_VIEW)
  public Response cancel(@PathParam("actionId") String id) {
    BulkAction action = pages.cancel(BulkSubject.CONTACT, id);
    return BulkPages.goTo(list(ContactListFilter.of(action.selection().filter())));
  }

  @POST
  @Path("{actionId}/undo")
  @Requires(Permission.CONTACT_VIEW)
  public Response undo(@PathParam("actionId") String id) {
    return pages.undo(BulkSubject.CONTACT, id);
  }
}
