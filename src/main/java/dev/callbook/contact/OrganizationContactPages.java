package dev.callbook.contact;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.directory.PhoneNumber;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationHeaders;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.web.Keyset;
import dev.callbook.web.PageShells;
import dev.callbook.web.Pager;
import dev.callbook.web.Place;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The people of one organization: a page, and a panel of its profile.
@Path("/organizations/{organizationId}/contacts")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class OrganizationContactPages {
  private static final int ROWS = 50;
  private static final int LATEST = 8;

  private final Organizations organizations;
  private final OrganizationHeaders headers;
  private final Contacts contacts;
  private final PageShells shells;
  private final Caller caller;

  OrganizationContactPages(
      Organizations organizations,
      OrganizationHeaders headers,
      Contacts contacts,
      PageShells shells,
      Caller caller) {
    this.organizations = organizations;
    this.headers = headers;
    this.contacts = contacts;
    this.shells = shells;
    this.caller = caller;
  }

  @GET
  @Requires(Permission.CONTACT_VIEW)
  public TemplateInstance page(
      @PathParam("organizationId") String id, @QueryParam("after") @Nullable String after) {
    Scope scope = caller.scope();
    Organization organization =
        organizations.get(scope, OrganizationId.parse("organizationId", id));
    return ContactTemplates.ofOrganization(
        shells.at(Place.CONTACTS),
        headers.header(scope, organization, OrganizationHeaders.Tab.CONTACTS),
        view(scope, organization, after, ROWS));
  }

  @GET
  @Path("latest")
  @Requires(Permission.CONTACT_VIEW)
  public TemplateInstance panel(@PathParam("organizationId") String id) {
    Scope scope = caller.scope();
    Organization organization =
        organizations.get(scope, OrganizationId.parse("organizationId", id));
    return ContactTemplates.ofOrganization$panel(view(scope, organization, null, LATEST));
  }

  private OrganizationContactsView view(
      Scope scope, Organization organization, @Nullable String after, int rows) {
    UUID id = organization.id().value();
    ContactPage page =
        contacts.list(
            scope,
            new ContactQuery(
                Optional.of(id),
                ContactQuery.Sort.LAST_NAME,
                false,
                Keyset.parse(after).map(key -> new ContactQuery.Key(key.sortKey(), key.id())),
                0,
                rows));
    String path = "/organizations/" + id + "/contacts";
    String next = null;
    if (page.hasMore() && rows == ROWS) {
      Contact last = page.contacts().getLast();
      next =
          path
              + "?after="
              + new Keyset(ContactRows.searchWords(last.details()).surnameKey(), last.id().value())
                  .text();
    }
    return new OrganizationContactsView(
        id.toString(),
        page.contacts().stream().map(OrganizationContactPages::row).toList(),
        new Pager("", after == null ? null : path, next),
        caller.access().may(Permission.CONTACT_ADD));
  }

  private static OrganizationContactsView.Row row(Contact contact) {
    ContactDetails d = contact.details();
    List<PhoneNumber> numbers = d.phones().stream().map(ContactPhone::number).toList();
    return new OrganizationContactsView.Row(
        contact.id().toString(),
        ContactHeaders.nameOf(d),
        Objects.requireNonNullElse(d.title(), ""),
        numbers.isEmpty() ? "" : numbers.getFirst().display(),
        !numbers.isEmpty() && numbers.getFirst().acceptsSms());
  }
}
