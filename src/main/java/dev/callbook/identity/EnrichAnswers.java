package dev.callbook.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.wire.Bulk;
import dev.callbook.wire.Bulk.Response;
import dev.callbook.wire.Bulk.Result;
import dev.callbook.wire.PatchJson;
import dev.callbook.wire.Refusal;
import dev.callbook.wire.Refusal.Conflict;
import dev.callbook.wire.Refusal.Invalid;
import dev.callbook.wire.Refusal.TooMany;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers enrichments: alone and several in one request.
@ApplicationScoped
class EnrichAnswers {
  static final int MAX = 10;

  private final PatchJson trees;

  EnrichAnswers(PatchJson trees) {
    this.trees = trees;
  }

  /// A record as it is answered.
  record Answer(int status, Object entity) {}

  /// Enriches once more where another request got in between: it finds the record of that one then.
  /// What cannot be is refused twice.
  static <T> Enriched<T> settled(Supplier<Enriched<T>> enrich) {
    try {
      return enrich.get();
    } catch (Conflict raced) {
      return enrich.get();
    }
  }

  /// @param isDryRun whether nothing was kept: what was not made has no id
  Answer of(Enriched<?> done, Object entity, boolean isDryRun) {
    if (!isDryRun || done.outcome() == Enriched.Outcome.UPDATED) {
      return new Answer(done.outcome().status(), entity);
    }
    ObjectNode json = trees.tree(entity);
    json.remove(List.of("id", "selfUri"));
    return new Answer(done.outcome().status(), json);
  }

  /// One after the other, each in a step of its own: a later one finds what an earlier one made.
  ///
  /// @param id what the caller names a request by
  /// @throws Invalid if there is none
  /// @throws TooMany above ten
  static <S> Response<Object> each(
      Bulk.@Nullable Request<S> body,
      Function<S, @Nullable String> id,
      Function<S, Answer> enrich) {
    List<@Nullable S> sent = Bulk.entities(body);
    if (sent.size() > MAX) {
      throw new TooMany("entities", MAX);
    }
    List<Result<Object>> results = new ArrayList<>(sent.size());
    for (int i = 0; i < sent.size(); i++) {
      S item = sent.get(i);
      results.add(
          item == null
              ? Result.failed(
                  null,
                  new Invalid("entities[" + i + "]", "required", "A request must not be null."),
                  null)
              : result(item, id.apply(item), enrich));
    }
    return Response.of(results);
  }

  private static <S> Result<Object> result(
      S item, @Nullable String id, Function<S, Answer> enrich) {
    try {
      Answer answer = enrich.apply(item);
      return new Result<>(id, true, answer.status(), answer.entity(), null);
    } catch (Refusal refusal) {
      return Result.failed(id, refusal, item);
    }
  }
}
