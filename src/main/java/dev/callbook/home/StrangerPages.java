package dev.callbook.home;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactDraft;
import dev.callbook.contact.ContactHeaders;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.ContactPhone;
import dev.callbook.contact.ContactSearch;
import dev.callbook.contact.Contacts;
import dev.callbook.contact.Handles;
import dev.callbook.contact.SearchHit;
import dev.callbook.directory.Checks;
import dev.callbook.directory.PhoneReader;
import dev.callbook.home.StrangerView.Found;
import dev.callbook.interaction.CallFigures;
import dev.callbook.interaction.Interaction;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import dev.callbook.phone.Region;
import dev.callbook.web.Choice;
import dev.callbook.web.Flash;
import dev.callbook.web.FormErrors;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A number that called and belongs to nobody gets somebody: a contact there is, or a new one. The
/// address names the call, not the number, which is personal data.
@Path("/home/callers/{call}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class StrangerPages {
  private static final int FOUND = 20;
  private static final int MAX_NAME = 100;

  private final CallFigures figures;
  private final Contacts contacts;
  private final ContactSearch search;
  private final Organizations organizations;
  private final PhoneReader phones;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final RefusalWords refusals;
  private final Words words;

  StrangerPages(
      CallFigures figures,
      Contacts contacts,
      ContactSearch search,
      Organizations organizations,
      PhoneReader phones,
      PageShells shells,
      Flash flash,
      Caller caller,
      RefusalWords refusals,
      Words words) {
    this.figures = figures;
    this.contacts = contacts;
    this.search = search;
    this.organizations = organizations;
    this.phones = phones;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.refusals = refusals;
    this.words = words;
  }

  private Interaction call(String id) {
    return figures
        .call(caller.scope(), Parse.id("call", id))
        .orElseThrow(() -> new NotFound("interaction", id));
  }

  @GET
  @Requires(
      value = {Permission.HOME_VIEW, Permission.INTERACTION_VIEW, Permission.CONTACT_VIEW},
      mode = Requires.Mode.ALL)
  public TemplateInstance show(
      @PathParam("call") String id, @QueryParam("q") @Nullable String query) {
    String asked = query == null ? "" : Parse.text("q", query.strip());
    return page(call(id), asked, "", "", FormErrors.none());
  }

  private TemplateInstance page(
      Interaction call, String query, String firstName, String lastName, FormErrors errors) {
    Access access = caller.access();
    return HomeTemplates.caller(
        shells.at(Place.HOME),
        new StrangerView(
            "/home/callers/" + call.id(),
            Objects.requireNonNullElse(call.caller().shown(), ""),
            Objects.requireNonNullElse(call.queue(), ""),
            call.times().started(),
            query,
            query.isEmpty() ? null : found(query),
            access.may(Permission.CONTACT_EDIT),
            access.may(Permission.CONTACT_ADD) ? divisions() : null,
            firstName,
            lastName,
            errors));
  }

  private List<Choice> divisions() {
    return caller.scope(Permission.CONTACT_ADD).divisions().stream()
        .map(division -> new Choice(division.wireId(), words.nameOf(division), false))
        .toList();
  }

  private List<Found> found(String query) {
    Scope scope = caller.scope(Permission.CONTACT_VIEW);
    Region region = Region.find(caller.access().region()).orElseThrow();
    List<ContactId> hits =
        search.search(scope, query, region, FOUND).hits().stream().map(SearchHit::contact).toList();
    Map<ContactId, Contact> known = contacts.find(scope, hits);
    Map<OrganizationId, Organization> works =
        organizations.find(
            scope,
            known.values().stream()
                .map(contact -> contact.details().organization())
                .filter(Objects::nonNull)
                .map(OrganizationId::new)
                .distinct()
                .toList());
    return hits.stream()
        .map(known::get)
        .filter(Objects::nonNull)
        .distinct()
        .map(contact ->
            new Found(
                contact.id().toString(),
                ContactHeaders.nameOf(contact.details()),
                Optional.ofNullable(contact.details().organization())
                    .map(id -> works.get(new OrganizationId(id)))
                    .map(organization -> organization.details().name())
                    .orElse(""),
                scope.division(contact.division()).map(words::nameOf).orElse("")))
        .toList();
  }

  /// Adds the number to a contact.
  @POST
  @Path("attach")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(
      value = {Permission.HOME_VIEW, Permission.INTERACTION_VIEW, Permission.CONTACT_EDIT},
      mode = Requires.Mode.ALL)
  public Response attach(
      @PathParam("call") String id, @FormParam("contact") @DefaultValue("") String contact) {
    Interaction call = call(id);
    ContactId chosen = ContactId.parse("contact", contact);
    try {
      Contact attached =
          contacts.correct(
              caller.scope(Permission.CONTACT_EDIT),
              chosen,
              OptionalInt.empty(),
              stored -> stored.withDetails(withNumber(stored.details(), number(call))));
      flash.say(words.of(HomeMessages.class).numberAttached());
      return see("/contacts/" + attached.id());
    } catch (Invalid refused) {
      return again(call, "", "", refused);
    }
  }

  private ContactPhone number(Interaction call) {
    return new ContactPhone(
        "other",
        phones.of(
            Objects.requireNonNull(call.caller().e164()),
            caller.access().region(),
            null,
            null,
            false));
  }

  private static ContactDetails withNumber(ContactDetails d, ContactPhone number) {
    List<ContactPhone> all = new ArrayList<>(d.phones());
    all.add(number);
    return new ContactDetails(
        d.firstName(),
        d.middleName(),
        d.lastName(),
        d.salutation(),
        d.title(),
        List.copyOf(all),
        d.emails(),
        d.address(),
        d.handles(),
        d.organization(),
        d.surveyOptOut(),
        d.externalSystemUrl(),
        d.externalIds(),
        d.schema(),
        d.customFields());
  }

  /// Adds a contact with the number.
  @POST
  @Path("create")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requires(
      value = {Permission.HOME_VIEW, Permission.INTERACTION_VIEW, Permission.CONTACT_ADD},
      mode = Requires.Mode.ALL)
  public Response create(
      @PathParam("call") String id,
      @FormParam("firstName") @DefaultValue("") String firstName,
      @FormParam("lastName") @DefaultValue("") String lastName,
      @FormParam("division") @DefaultValue("") String division) {
    Interaction call = call(id);
    try {
      Checks checks = new Checks();
      String first = checks.required("firstName", firstName, MAX_NAME, "Enter a first name.");
      String last = checks.required("lastName", lastName, MAX_NAME, "Enter a last name.");
      checks.refuseIfAny();
      ContactDetails details =
          new ContactDetails(
              first,
              null,
              last,
              null,
              null,
              List.of(number(call)),
              List.of(),
              null,
              Handles.NONE,
              null,
              false,
              null,
              List.of(),
              null,
              null);
      Contact created =
          contacts.add(
              caller.scope(Permission.CONTACT_ADD),
              new ContactDraft(
                  division.isBlank() ? Optional.empty() : Optional.of(division), details));
      flash.say(words.of(HomeMessages.class).callerCreated());
      return see("/contacts/" + created.id());
    } catch (Invalid refused) {
      return again(call, firstName, lastName, refused);
    }
  }

  private Response again(Interaction call, String firstName, String lastName, Invalid refused) {
    Map<String, String> errors = new LinkedHashMap<>();
    refused
        .errors()
        .forEach(error ->
            errors.put(
                error.field().equals("division.id") ? "division" : error.field(),
                refusals.of(error)));
    return Response.status(422)
        .entity(page(call, "", firstName, lastName, new FormErrors(errors)))
        .build();
  }

  private static Response see(String path) {
    return Response.seeOther(URI.create(path)).build();
  }
}
