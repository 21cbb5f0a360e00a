package dev.callbook.testing;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One operation that Callbook serves.
///
/// @param method of HTTP
/// @param path with its parameters in braces
/// @param entry the permission it needs, or `open:` and the reason why it needs none
/// @param operation the Java method
public record Route(String method, String path, String entry, Method operation) {
  private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)(?::[^}]*)?}");

  /// Whether it is entered with a token and answers JSON.
  public boolean isApi() {
    return path.startsWith("/api/");
  }

  /// Whether anyone may call it.
  public boolean isOpen() {
    return entry.startsWith("open:");
  }

  /// The names of the path's parameters, in order.
  public List<String> parameters() {
    return PARAMETER.matcher(path).results().map(found -> found.group(1)).toList();
  }

  /// What it takes; `application/json` where it does not say otherwise.
  public String contentType() {
    return Stream.<AnnotatedElement>of(operation, operation.getDeclaringClass())
        .flatMap(place -> Stream.ofNullable(place.getAnnotation(Consumes.class)))
        .map(consumed -> consumed.value()[0])
        .findFirst()
        .orElse("application/json");
  }

  /// The names of the query's parameters.
  public List<String> queryParameters() {
    return Arrays.stream(operation.getParameters())
        .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(QueryParam.class)))
        .map(QueryParam::value)
        .toList();
  }

  /// The path with the value for each parameter in its place, percent-encoded.
  public String to(UnaryOperator<String> values) {
    return PARAMETER
        .matcher(path)
        .replaceAll(found -> Matcher.quoteReplacement(Api.encode(values.apply(found.group(1)))));
  }

  /// Class and method.
  public String operationName() {
    return operation.getDeclaringClass().getSimpleName() + "." + operation.getName();
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
