package dev.callbook.wire;

import dev.callbook.wire.Bulk.Identified;
import dev.callbook.wire.Bulk.Reference;
import dev.callbook.wire.Bulk.Response;
import dev.callbook.wire.Bulk.Result;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.NotFound;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Bulk requests that name stored records by their UUIDs. What is named twice is answered twice.
public final class BulkById {
  private BulkById() {}

  /// @param kind what the records are called in refusals
  /// @param find those of the ids that exist within the caller's reach
  public static <T> Response<T> fetch(
      List<@Nullable Reference> sent, String kind, Function<Set<UUID>, Map<UUID, T>> find) {
    Map<UUID, T> found = find.apply(ids(sent));
    return answer(
        sent,
        kind,
        id -> Optional.ofNullable(found.get(id)).map(one -> Result.done(id.toString(), one)));
  }

  /// @param remove removes those that exist within the caller's reach, and tells which
  public static <T> Response<T> remove(
      List<@Nullable Reference> sent, String kind, Function<Set<UUID>, Set<UUID>> remove) {
    Set<UUID> gone = remove.apply(ids(sent));
    return answer(
        sent,
        kind,
        id -> gone.contains(id) ? Optional.of(Result.done(id.toString(), null)) : Optional.empty());
  }

  private static <T> Response<T> answer(
      List<@Nullable Reference> sent, String kind, Function<UUID, Optional<Result<T>>> outcome) {
    return Response.of(
        sent.stream()
            .map(one -> {
              Optional<UUID> id = idOf(one);
              return id.flatMap(outcome)
                  .orElseGet(
                      () -> Result.failed(one == null ? null : one.id(), missing(kind, id), one));
            })
            .toList());
  }

  private static Set<UUID> ids(List<@Nullable Reference> sent) {
    Set<UUID> ids = new HashSet<>();
    sent.forEach(one -> idOf(one).ifPresent(ids::add));
    return ids;
  }

  private static Optional<UUID> idOf(@Nullable Reference sent) {
    try {
      return sent == null || sent.id() == null
          ? Optional.empty()
          : Optional.of(Parse.id("id", sent.id()));
    } catch (Invalid malformed) {
      return Optional.empty();
    }
  }

  private static Refusal missing(String kind, Optional<UUID> id) {
    return id.<Refusal>map(known -> new NotFound(kind, known)).orElseGet(BulkById::noId);
  }

  private static Invalid noId() {
    return new Invalid("id", "invalid.value", "id is missing or no UUID.");
  }

  /// The id of a record that is to be changed.
  ///
  /// @throws Invalid naming `id`
  public static UUID id(Identified sent) {
    return Parse.id("id", Optional.ofNullable(sent.id()).orElseThrow(BulkById::noId));
  }

  /// Edits by their record's id, in request order.
  public static <E> Map<UUID, E> inOrder(List<Map.Entry<UUID, E>> edits) {
    Map<UUID, E> ordered = new LinkedHashMap<>();
    edits.forEach(edit -> ordered.put(edit.getKey(), edit.getValue()));
    return ordered;
  }

  /// @throws Invalid if two of the records have one id
  public static void refuseRepeats(List<? extends @Nullable Identified> sent) {
    List<String> ids =
        sent.stream()
            .filter(Objects::nonNull)
            .map(Identified::id)
            .filter(Objects::nonNull)
            .map(id -> id.toLowerCase(java.util.Locale.ROOT))
            .toList();
    if (Set.copyOf(ids).size() < ids.size()) {
      throw new Invalid("entities", "invalid.value", "One request must not change a record twice.");
    }
  }
}
