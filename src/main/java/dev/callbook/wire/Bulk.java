package dev.callbook.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.wire.Refusal.Invalid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Requests and answers for several records at once: 1 to 100 in, one result for each out, in
/// request order. The answer is 200 even where single records failed. Source: CONTRACT section 8.
public final class Bulk {
  /// The most records of one request. The original publishes no limit; see docs/compatibility.md.
  public static final int MAX = 100;

  private Bulk() {}

  /// @param entities the records
  public record Request<T>(@Nullable List<@Nullable T> entities) {}

  /// A record known by its id only.
  public record Reference(@Nullable String id) {}

  /// The outcome for one record. @param id the record's id, absent where none was given or made
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Result<T>(
      @Nullable String id,
      boolean success,
      int status,
      @Nullable T entity,
      @Nullable Failure<?> error) {
    public static <T> Result<T> done(String id, @Nullable T entity) {
      return new Result<>(id, true, 200, entity, null);
    }

    /// @param input what was sent, repeated
    public static <T> Result<T> failed(
        @Nullable String id, Refusal refusal, @Nullable Object input) {
      ErrorBody body = ErrorBody.of(refusal, "");
      List<FailureDetail> details =
          body.details().stream()
              .map(d -> new FailureDetail(d.fieldName(), null, d.message()))
              .toList();
      return new Result<>(
          id,
          false,
          body.status(),
          null,
          new Failure<>(body.code(), body.message(), body.status(), false, details, input));
    }

    private Result<T> about(@Nullable String sentId, Object input) {
      Failure<?> why = Objects.requireNonNull(error);
      return new Result<>(
          sentId,
          false,
          status,
          null,
          new Failure<>(
              why.code(), why.message(), why.status(), why.retryable(), why.details(), input));
    }
  }

  /// @param retryable whether the same request may succeed later
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Failure<T>(
      String code,
      String message,
      int status,
      boolean retryable,
      List<FailureDetail> details,
      @Nullable T entity) {}

  /// One field of a failed record.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FailureDetail(
      @Nullable String fieldName, @Nullable String value, @Nullable String message) {}

  /// @param errorIndexes positions of the failures within `results`
  public record Response<T>(List<Result<T>> results, int errorCount, List<Integer> errorIndexes) {
    public static <T> Response<T> of(List<Result<T>> results) {
      List<Integer> failed =
          IntStream.range(0, results.size())
              .filter(i -> !results.get(i).success())
              .boxed()
              .toList();
      return new Response<>(results, failed.size(), failed);
    }
  }

  /// @throws Invalid if there is nothing to do
  /// @throws Refusal.TooMany above 100
  public static <T> List<@Nullable T> entities(@Nullable Request<T> request) {
    if (request == null || request.entities() == null || request.entities().isEmpty()) {
      throw new Invalid("entities", "required", "entities must hold 1 to " + MAX + " items.");
    }
    if (request.entities().size() > MAX) {
      throw new Refusal.TooMany("entities", MAX);
    }
    return request.entities();
  }

  /// Reads each record, then writes all that could be read as one set; where that set is refused,
  /// one by one.
  ///
  /// @param read one record as sent to what is written, or a refusal
  /// @param write several at once, all or none; answers in the same order
  /// @param id the id a record was sent with
  public static <S, W, T extends Identified> List<Result<T>> each(
      List<@Nullable S> sent,
      Function<S, W> read,
      Function<List<W>, List<T>> write,
      Function<S, @Nullable String> id) {
    List<@Nullable Result<T>> results = new ArrayList<>(Collections.nCopies(sent.size(), null));
    List<Integer> places = new ArrayList<>();
    List<W> readable = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      S item = sent.get(i);
      try {
        if (item == null) {
          throw new Invalid("entities[" + i + "]", "required", "A record must not be null.");
        }
        readable.add(read.apply(item));
        places.add(i);
      } catch (Refusal refusal) {
        results.set(i, Result.failed(item == null ? null : id.apply(item), refusal, item));
      }
    }
    List<Result<T>> written = writeAll(readable, write);
    for (int i = 0; i < written.size(); i++) {
      Result<T> result = written.get(i);
      S item = Objects.requireNonNull(sent.get(places.get(i)));
      results.set(places.get(i), result.success() ? result : result.about(id.apply(item), item));
    }
    return results.stream().map(Objects::requireNonNull).toList();
  }

  private static <W, T extends Identified> List<Result<T>> writeAll(
      List<W> items, Function<List<W>, List<T>> write) {
    if (items.isEmpty()) {
      return List.of();
    }
    try {
      return write.apply(items).stream()
          .map(entity -> Result.done(String.valueOf(entity.id()), entity))
          .toList();
    } catch (Refusal refusal) {
      return items.size() == 1
          ? List.of(Result.failed(null, refusal, null))
          : items.stream().map(item -> writeAll(List.of(item), write).getFirst()).toList();
    }
  }

  /// What a bulk result can be named by.
  public interface Identified {
    @Nullable String id();
  }
}
