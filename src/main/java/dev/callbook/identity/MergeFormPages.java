package dev.callbook.identity;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.web.Flash;
import dev.callbook.web.PageShells;
import dev.callbook.web.Place;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.Words;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import dev.callbook.wire.Refusal.Outdated;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Merges contacts after a look at them side by side.
@Path("/contacts/merge")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class MergeFormPages {
  /// How many contacts still stand side by side.
  static final int MAX_SHOWN = 10;

  private static final String TAKE = "take-";
  private static final String VERSION = "version-";

  private final Contacts contacts;
  private final Merges merges;
  private final MergeForms forms;
  private final PageShells shells;
  private final Flash flash;
  private final Caller caller;
  private final RefusalWords refusals;
  private final Words words;

  MergeFormPages(
      Contacts contacts,
      Merges merges,
      MergeForms forms,
      PageShells shells,
      Flash flash,
      Caller caller,
      RefusalWords refusals,
      Words words) {
    this.contacts = contacts;
    this.merges = merges;
    this.forms = forms;
    this.shells = shells;
    this.flash = flash;
    this.caller = caller;
    this.refusals = refusals;
    this.words = words;
  }

  /// @param ids 2 to 10 contacts, parted by commas; fewer for a page that says how to get here
  @GET
  @Requires(Permission.IDENTITY_MERGE)
  public TemplateInstance compare(@QueryParam("ids") @DefaultValue("") String ids) {
    Scope scope = scope();
    return page(forms.of(scope, found(scope, ids), MergeChoice.NONE, List.of(), Map.of()));
  }

  /// What may be merged is shown first: both permissions are needed.
  private Scope scope() {
    return caller.scope().and(caller.scope(Permission.CONTACT_VIEW));
  }

  /// Whoever was merged before stands for itself no longer: its canonical contact does.
  private List<Contact> found(Scope scope, String ids) {
    List<ContactId> wanted =
        Stream.of(ids.split(",", -1))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .map(id -> ContactId.parse("ids", id))
            .distinct()
            .toList();
    if (wanted.size() > MAX_SHOWN) {
      throw new Invalid("ids", "too.many", "ids names 2 to " + MAX_SHOWN + " contacts.");
    }
    Map<ContactId, Contact> found = contacts.find(scope, wanted);
    wanted.stream()
        .filter(id -> !found.containsKey(id))
        .findFirst()
        .ifPresent(id -> {
          throw new NotFound("contact", id.value());
        });
    SequencedMap<ContactId, Contact> once = new LinkedHashMap<>();
    found.values().forEach(contact -> once.putIfAbsent(contact.id(), contact));
    return List.copyOf(once.values());
  }

  private TemplateInstance page(MergeView view) {
    return MergeTemplates.merge(shells.at(Place.CONTACTS), view);
  }

  /// What the choices would make.
  @POST
  @Path("preview")
  @Requires(Permission.IDENTITY_MERGE)
  public TemplateInstance preview(MultivaluedMap<String, String> sent) {
    Scope scope = scope();
    List<Contact> found = found(scope, text(sent, "ids"));
    return MergeTemplates.result(forms.result(scope, found, choice(sent)));
  }

  @POST
  @Requires(Permission.IDENTITY_MERGE)
  public Response merge(MultivaluedMap<String, String> sent) {
    Scope scope = scope();
    List<Contact> found = found(scope, text(sent, "ids"));
    MergeChoice choice = choice(sent);
    if (text(sent, "do").equals("preview") || found.size() < 2) {
      return again(found.size() < 2 ? 422 : 200, scope, found, choice, Map.of());
    }
    SequencedMap<ContactId, Integer> seen = new LinkedHashMap<>();
    found.forEach(contact -> seen.put(contact.id(), version(sent, contact.id())));
    try {
      Contact merged = merges.merge(scope, seen, choice::applied);
      flash.say(
          words.of(MergeMessages.class).merged(found.size()),
          "/contacts/" + merged.id() + "/unmerge?version=" + merged.version());
      return Response.seeOther(URI.create("/contacts/" + merged.id())).build();
    } catch (Outdated _) {
      return again(409, scope, found(scope, text(sent, "ids")), choice, seen);
    } catch (Conflict refused) {
      return again(422, scope, found, choice, refused);
    } catch (Invalid refused) {
      return again(422, scope, found, choice, refused);
    }
  }

  private Response again(
      int status, Scope scope, List<Contact> found, MergeChoice choice, Refusal refused) {
    return Response.status(status)
        .entity(page(forms.of(scope, found, choice, sentences(refused), Map.of())))
        .build();
  }

  private Response again(
      int status,
      Scope scope,
      List<Contact> found,
      MergeChoice choice,
      Map<ContactId, Integer> seen) {
    return Response.status(status)
        .entity(page(forms.of(scope, found, choice, List.of(), seen)))
        .build();
  }

  /// Too long a list is one of the contact that would be made.
  private List<String> sentences(Refusal refused) {
    return refused instanceof Conflict
        ? List.of(words.of(MergeMessages.class).cannotBeMerged(Merges.MAX_SET))
        : Stream.concat(
                Stream.of(words.of(MergeMessages.class).tooMuchTogether()),
                refusals.of(refused).stream())
            .toList();
  }

  private static MergeChoice choice(MultivaluedMap<String, String> sent) {
    Map<String, ContactId> chosen = new HashMap<>();
    sent.forEach((name, values) -> {
      if (name.startsWith(TAKE) && !Parse.isAbsent(values.getFirst())) {
        chosen.put(name.substring(TAKE.length()), ContactId.parse(name, values.getFirst()));
      }
    });
    return new MergeChoice(chosen);
  }

  private static int version(MultivaluedMap<String, String> sent, ContactId id) {
    return Parse.number("version", text(sent, VERSION + id), 0, 0, Integer.MAX_VALUE);
  }

  private static String text(MultivaluedMap<String, String> sent, String name) {
    return Objects.requireNonNullElse(sent.getFirst(name), "");
  }
}
