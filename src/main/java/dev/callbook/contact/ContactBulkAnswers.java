package dev.callbook.contact;

import dev.callbook.access.Scope;
import dev.callbook.wire.Bulk;
import dev.callbook.wire.Bulk.Reference;
import dev.callbook.wire.Bulk.Response;
import dev.callbook.wire.Bulk.Result;
import dev.callbook.wire.Refusal;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What bulk resources that fetch contacts by id have in common.
@ApplicationScoped
public class ContactBulkAnswers {
  private final ContactWriter writer;

  ContactBulkAnswers(ContactWriter writer) {
    this.writer = writer;
  }

  /// Where contacts are read from, by the ids asked for.
  public interface Source {
    /// @return those within `scope`
    Map<ContactId, Contact> find(Scope scope, List<ContactId> wanted);
  }

  /// One result for each id that was sent, in order.
  public Response<ContactJson> fetch(
      Scope scope, Bulk.@Nullable Request<Reference> body, Source source) {
    List<@Nullable Reference> sent = Bulk.entities(body);
    List<Optional<ContactId>> ids = sent.stream().map(ContactBulkAnswers::idOf).toList();
    Map<ContactId, ContactJson> found =
        json(scope, source.find(scope, ids.stream().flatMap(Optional::stream).distinct().toList()));
    List<Result<ContactJson>> results = new ArrayList<>(sent.size());
    for (int i = 0; i < sent.size(); i++) {
      results.add(result(ids.get(i), ids.get(i).map(found::get), sent.get(i)));
    }
    return Response.of(results);
  }

  private static Result<ContactJson> result(
      Optional<ContactId> id, Optional<ContactJson> found, @Nullable Reference sent) {
    return found
        .map(json -> Result.done(String.valueOf(json.id()), json))
        .orElseGet(() -> Result.failed(sent == null ? null : sent.id(), missing(id), sent));
  }

  private Map<ContactId, ContactJson> json(Scope scope, Map<ContactId, Contact> found) {
    Map<ContactId, ContactJson> json = new LinkedHashMap<>();
    List<ContactJson> written = writer.write(scope, List.copyOf(found.values()), Set.of());
    int i = 0;
    for (ContactId id : found.keySet()) {
      json.put(id, written.get(i++));
    }
    return json;
  }

  static Optional<ContactId> idOf(@Nullable Reference sent) {
    try {
      return sent == null || sent.id() == null
          ? Optional.empty()
          : Optional.of(ContactId.parse("id", sent.id()));
    } catch (Invalid malformed) {
      return Optional.empty();
    }
  }

  static Refusal missing(Optional<ContactId> id) {
    return id.<Refusal>map(known -> new NotFound("contact", known.value()))
        .orElseGet(() -> new Invalid("id", "invalid.value", "id is missing or no UUID."));
  }
}
