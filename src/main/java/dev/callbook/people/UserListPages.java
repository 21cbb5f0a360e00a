package dev.callbook.people;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.Grants;
import dev.callbook.access.PasswordLinks;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.access.User;
import dev.callbook.access.UserPage;
import dev.callbook.access.UserQuery;
import dev.callbook.access.Users;
import dev.callbook.people.UserView.Typed;
import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Keyset;
import dev.callbook.web.PageShells;
import dev.callbook.web.Pager;
import dev.callbook.web.Place;
import dev.callbook.web.PublicAddress;
import dev.callbook.web.Words;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who can sign in: everybody by name, or whom the search box and the filters find.
@Path("/people")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class UserListPages {
  private static final int ROWS = 50;

  private final Users users;
  private final Grants held;
  private final PasswordLinks links;
  private final GrantForms grants;
  private final UserViews views;
  private final UserFormErrors wrong;
  private final PeopleTabs tabs;
  private final PageShells shells;
  private final PublicAddress address;
  private final Caller caller;
  private final Words words;

  UserListPages(
      Users users,
      Grants held,
      PasswordLinks links,
      GrantForms grants,
      UserViews views,
      UserFormErrors wrong,
      PeopleTabs tabs,
      PageShells shells,
      PublicAddress address,
      Caller caller,
      Words words) {
    this.users = users;
    this.held = held;
    this.links = links;
    this.grants = grants;
    this.views = views;
    this.wrong = wrong;
    this.tabs = tabs;
    this.shells = shells;
    this.address = address;
    this.caller = caller;
    this.words = words;
  }

  /// The list as its address asks for it.
  private record Asked(
      String q, Optional<Boolean> active, Optional<UUID> role, @Nullable String after) {
    static Asked everybody() {
      return new Asked("", Optional.empty(), Optional.empty(), null);
    }

    String state() {
      return active.map(yes -> yes ? "active" : "inactive").orElse("");
    }

    Link address() {
      return Link.to("/people")
          .with("q", q.isEmpty() ? null : q)
          .with("state", active.isEmpty() ? null : state())
          .with("role", role.map(UUID::toString).orElse(null));
    }
  }

  @GET
  @Requires(Permission.USER_VIEW)
  public TemplateInstance list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("state") @Nullable String state,
      @QueryParam("role") @Nullable String role,
      @QueryParam("after") @Nullable String after) {
    Asked asked =
        new Asked(
            q == null ? "" : Parse.text("q", q.strip()),
            active(state),
            Parse.isAbsent(role)
                ? Optional.empty()
                : Optional.of(Parse.id("role", String.valueOf(role))),
            after);
    return page(caller.scope(), asked, "", "", FormErrors.none());
  }

  private static Optional<Boolean> active(@Nullable String state) {
    return switch (state == null ? "" : state) {
      case "" -> Optional.empty();
      case "active" -> Optional.of(true);
      case "inactive" -> Optional.of(false);
      default -> throw new Invalid("state", "invalid.value", "state is active or inactive.");
    };
  }

  private TemplateInstance page(
      Scope scope, Asked asked, String name, String email, FormErrors errors) {
    UserPage found =
        users.page(
            scope,
            new UserQuery(
                asked.q(),
                asked.active(),
                asked.role(),
                Keyset.parse(asked.after())
                    .map(key -> new UserQuery.Key(Parse.text("after", key.sortKey()), key.id())),
                ROWS));
    Access access = caller.access();
    List<Choice> roles = grants.roleChoices(scope);
    return PeopleTemplates.users(
        shells.at(Place.PEOPLE),
        new UsersView(
            tabs.at(PeopleTabs.At.USERS),
            asked.q(),
            states(asked),
            roles.stream()
                .map(role ->
                    new Choice(
                        role.id(),
                        role.name(),
                        asked.role().filter(id -> id.toString().equals(role.id())).isPresent()))
                .toList(),
            !asked.q().isEmpty() || asked.active().isPresent() || asked.role().isPresent(),
            rows(scope, found.users()),
            pager(asked, found),
            new UsersView.Form(name, email, roles, grants.divisionChoices(scope), errors),
            new UsersView.May(access.may(Permission.USER_ADD), access.may(Permission.GRANT_ADD))));
  }

  private List<Choice> states(Asked asked) {
    PeopleMessages say = words.of(PeopleMessages.class);
    return List.of(
        new Choice("", say.anyState(), asked.active().isEmpty()),
        new Choice("active", say.active(), asked.state().equals("active")),
        new Choice("inactive", say.inactive(), asked.state().equals("inactive")));
  }

  private List<UsersView.Row> rows(Scope scope, List<User> found) {
    Map<UUID, List<Grants.Held>> roles =
        held.of(scope.org(), found.stream().map(User::id).toList()).stream()
            .collect(Collectors.groupingBy(Grants.Held::subject));
    return found.stream()
        .map(user ->
            new UsersView.Row(
                user.id().toString(),
                user.name(),
                user.email(),
                user.active(),
                roles.getOrDefault(user.id(), List.of()).stream().map(grants::inWords).toList()))
        .toList();
  }

  private static Pager pager(Asked asked, UserPage found) {
    UserQuery.Key next = found.next();
    return new Pager(
        "",
        asked.after() == null ? null : asked.address().text(),
        next == null
            ? null
            : asked.address().with("after", new Keyset(next.name(), next.id()).text()).text());
  }

  /// The answer is the new user's page, with the link by which they set their password.
  @POST
  @Requires(Permission.USER_ADD)
  public Response add(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("email") @DefaultValue("") String email,
      @FormParam("role") @DefaultValue("") String role,
      @FormParam("division") @DefaultValue("") String division,
      @Context UriInfo request) {
    Scope scope = caller.scope();
    try {
      User added = grants.addUser(scope, name, email, role, division);
      PasswordLinks.Issued link = links.issue(caller.access(), scope, added.id());
      return Response.ok(
              shown(scope, added, address.of(request, PasswordPages.PATH + link.secret())))
          .build();
    } catch (Invalid refused) {
      return again(scope, name, email, wrong.of(refused));
    } catch (Conflict _) {
      Map<String, String> taken = Map.of("email", words.of(PeopleMessages.class).userTaken());
      return again(scope, name, email, new FormErrors(taken));
    }
  }

  private TemplateInstance shown(Scope scope, User user, String link) {
    return PeopleTemplates.user(
        shells.at(Place.PEOPLE),
        views.of(
            scope,
            user,
            Questions.Asked.nothing(),
            link,
            new Typed(user.name(), user.email()),
            FormErrors.none()));
  }

  private Response again(Scope scope, String name, String email, FormErrors errors) {
    return Response.status(422).entity(page(scope, Asked.everybody(), name, email, errors)).build();
  }
}
