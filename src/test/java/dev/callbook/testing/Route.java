package dev.callbook.testing;

import dev.callbook.access.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One operation that Callbook serves.
///
/// @param method of HTTP
/// @param path with its parameters in braces
/// @param entry the permissions it needs, `|` between those of which one is enough and `+` between
///   those that are all needed; else `signed in:` or `open:` and the reason why it needs none
/// @param operation the Java method
public record Route(String method, String path, String entry, Method operation) {
  static final String SIGNED_IN = "signed in: ";
  static final String OPEN = "open: ";
  private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)(?::[^}]*)?}");

  /// Whether it is entered with a token and answers JSON.
  public boolean isApi() {
    return path.startsWith("/api/");
  }

  /// Whether anyone may call it.
  public boolean isOpen() {
    return entry.startsWith(OPEN);
  }

  /// The permissions of which it needs one, or all; empty where it needs none.
  public Set<Permission> permissions() {
    return entry.startsWith(OPEN) || entry.startsWith(SIGNED_IN)
        ? Set.of()
        : Arrays.stream(entry.split(" [|+] "))
            .map(name -> Permission.of(name).orElseThrow())
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Those without one of which nobody enters.
  public Set<Permission> lacked() {
    return entry.contains(" + ") ? Set.of(permissions().iterator().next()) : permissions();
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
