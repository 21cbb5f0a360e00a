package dev.callbook.csvimport;

import dev.callbook.csvimport.reading.Reason;
import dev.callbook.csvimport.reading.Trouble;
import dev.callbook.csvimport.reading.UnreadableFile;
import dev.callbook.wire.Problem;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reasons as they are kept, so that whoever reads a report reads it in a language of their own:
/// `reason|DIGITS_LOST`, `line|7|reason|QUOTE_IN_CELL`, `problem|TooLong|100|120`.
final class ReasonCode {
  private static final String REASON = "reason";
  private static final String PROBLEM = "problem";
  private static final String LINE = "line";

  private ReasonCode() {}

  static String of(Reason reason) {
    return joined(Stream.concat(Stream.of(REASON, reason.trouble()), reason.details().stream()));
  }

  static String of(UnreadableFile refusal) {
    String reason = of(refusal.reason());
    return refusal.line().isPresent()
        ? joined(Stream.of(LINE, refusal.line().getAsLong(), reason))
        : reason;
  }

  /// @return null where it is said in words that are not kept
  static @Nullable String of(Problem problem) {
    if (problem instanceof Problem.Said(var said)) {
      return said instanceof Reason reason ? of(reason) : null;
    }
    Stream<Object> numbers =
        Arrays.stream(problem.getClass().getRecordComponents()).map(part -> value(part, problem));
    return joined(Stream.concat(Stream.of(PROBLEM, problem.getClass().getSimpleName()), numbers));
  }

  private static Object value(RecordComponent part, Problem problem) {
    try {
      return part.getAccessor().invoke(problem);
    } catch (ReflectiveOperationException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static String joined(Stream<?> parts) {
    return String.join("|", parts.map(String::valueOf).toList());
  }

  /// @return empty where it is none, or of a newer version
  static Optional<Problem> read(@Nullable String code) {
    if (code == null) {
      return Optional.empty();
    }
    List<String> parts = List.of(code.split("\\|", -1));
    return switch (parts.getFirst()) {
      case REASON -> reason(parts).map(Problem.Said::new);
      case PROBLEM -> problem(parts);
      case LINE ->
          parts.size() < 3
              ? Optional.empty()
              : reason(parts.subList(2, parts.size()))
                  .map(reason ->
                      new Problem.Said(language -> atLine(parts.get(1), reason, language)));
      default -> Optional.empty();
    };
  }

  private static String atLine(String line, Reason reason, Locale language) {
    return Reason.of(Trouble.LINE, line, reason.in(language)).in(language);
  }

  private static Optional<Reason> reason(List<String> parts) {
    return Stream.of(Trouble.values())
        .filter(trouble -> parts.size() > 1 && trouble.name().equals(parts.get(1)))
        .findFirst()
        .map(trouble -> new Reason(trouble, parts.subList(2, parts.size())));
  }

  private static Optional<Problem> problem(List<String> parts) {
    try {
      for (Class<?> kind : Problem.class.getPermittedSubclasses()) {
        if (parts.size() > 1 && kind.getSimpleName().equals(parts.get(1))) {
          Object[] numbers =
              parts.subList(2, parts.size()).stream().map(Integer::valueOf).toArray();
          return Optional.of((Problem) kind.getDeclaredConstructors()[0].newInstance(numbers));
        }
      }
      return Optional.empty();
    } catch (ReflectiveOperationException | IllegalArgumentException other) {
      return Optional.empty();
    }
  }
}
