package dev.callbook.people;

import dev.callbook.access.Access;
import dev.callbook.access.Caller;
import dev.callbook.access.ClientDraft;
import dev.callbook.access.Clients;
import dev.callbook.access.Grants;
import dev.callbook.access.OAuthClient;
import dev.callbook.access.OAuthScope;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.people.ClientsView.Typed;
import dev.callbook.web.Choice;
import dev.callbook.web.FormErrors;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The programs that may ask for tokens. A secret is shown once, on the answer that made it.
@Path("/clients")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ClientListPages {
  private final Clients clients;
  private final GrantForms grants;
  private final PageShells shells;
  private final Caller caller;
  private final ClientFormErrors wrong;

  ClientListPages(
      Clients clients,
      GrantForms grants,
      PageShells shells,
      Caller caller,
      ClientFormErrors wrong) {
    this.clients = clients;
    this.grants = grants;
    this.shells = shells;
    this.caller = caller;
    this.wrong = wrong;
  }

  @GET
  @Requires(Permission.CLIENT_VIEW)
  public TemplateInstance list() {
    return page(caller.scope(), null, Typed.nothing(), FormErrors.none());
  }

  private TemplateInstance page(
      Scope scope, Clients.@Nullable Issued issued, Typed typed, FormErrors errors) {
    List<OAuthClient> all = clients.all(scope);
    Map<UUID, List<Grants.Held>> held =
        grants.held(scope, all.stream().map(OAuthClient::id).toList()).stream()
            .collect(Collectors.groupingBy(Grants.Held::subject));
    Access access = caller.access();
    return PeopleTemplates.clients(
        shells.at(Place.CLIENTS),
        new ClientsView(
            all.stream()
                .map(client -> row(client, held.getOrDefault(client.id(), List.of())))
                .toList(),
            grants.roleChoices(scope),
            grants.divisionChoices(scope),
            scopeChoices(),
            issued == null
                ? null
                : new ClientsView.Issued(
                    issued.client().id().toString(), issued.client().name(), issued.secret()),
            typed,
            errors,
            new ClientsView.May(
                access.may(Permission.CLIENT_ADD) && access.may(Permission.GRANT_ADD))));
  }

  private ClientsView.Row row(OAuthClient client, List<Grants.Held> held) {
    ClientDraft details = client.details();
    return new ClientsView.Row(
        client.id().toString(),
        client.name(),
        client.active(),
        held.stream().map(grants::inWords).toList(),
        details.redirectUris(),
        details.scopes().stream().sorted().map(OAuthScope::word).toList());
  }

  private List<Choice> scopeChoices() {
    return Arrays.stream(OAuthScope.values())
        .map(scope -> new Choice(scope.word(), scope.word(), false))
        .toList();
  }

  @POST
  @Requires(Permission.CLIENT_ADD)
  public Response add(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("acts") @DefaultValue("itself") String acts,
      @FormParam("role") @DefaultValue("") String role,
      @FormParam("division") @DefaultValue("") String division,
      @FormParam("addresses") @DefaultValue("") String addresses,
      @FormParam("scope") @DefaultValue("") String oauthScope) {
    Scope scope = caller.scope();
    boolean forUsers = acts.equals("users");
    try {
      Clients.Issued issued =
          forUsers
              ? clients.add(scope, forUsers(name, addresses, oauthScope))
              : grants.addClient(scope, name, role, division);
      return Response.ok(page(scope, issued, Typed.nothing(), FormErrors.none())).build();
    } catch (Invalid refused) {
      Typed typed = new Typed(name, forUsers, addresses);
      return Response.status(422).entity(page(scope, null, typed, wrong.of(refused))).build();
    }
  }

  private static ClientDraft forUsers(String name, String addresses, String oauthScope) {
    return new ClientDraft(
        name,
        null,
        ClientDraft.Grant.CODE,
        ClientDraft.DEFAULT_LIFETIME,
        lines(addresses),
        OAuthScope.of(oauthScope).map(Set::of).orElse(Set.of()));
  }

  /// @param addresses one a line
  static List<String> lines(String addresses) {
    return addresses.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
