package dev.callbook.openapi;

import dev.callbook.wire.Answers;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;

/// One operation of the API, as the annotations of its Java method tell it.
///
/// @param method of HTTP
/// @param path with its parameters in braces
record Endpoint(String method, String path, Method java) {
  /// Programs call these; everything else is a page.
  private static final List<String> SERVED = List.of("/api/v2/", "/oauth/");

  private static final Pattern EXPRESSION = Pattern.compile("\\{(\\w+):[^}]*}");

  /// Those of a resource that belong to the API.
  static Stream<Endpoint> of(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .filter(java -> !java.isSynthetic())
        .flatMap(java -> verb(java).map(verb -> of(resource, verb, java)).stream())
        .filter(endpoint -> SERVED.stream().anyMatch(endpoint.path::startsWith));
  }

  private static Endpoint of(Class<?> resource, String verb, Method java) {
    Path own = java.getAnnotation(Path.class);
    String path =
        Stream.of(resource.getAnnotation(Path.class).value(), own == null ? "" : own.value())
            .map(part -> part.replaceAll("^/|/$", ""))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("/", "/", ""));
    return new Endpoint(verb, EXPRESSION.matcher(path).replaceAll("{$1}"), java);
  }

  private static Optional<String> verb(Method java) {
    return Arrays.stream(java.getAnnotations())
        .map(Annotation::annotationType)
        .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
        .map(HttpMethod::value)
        .findFirst();
  }

  /// The public API's way to name an operation: `GET /api/v2/callbook/imports/{importId}` is
  /// `getCallbookImportsImportId`.
  String ownId() {
    return Stream.of(path.replaceFirst("^/api/v2/", "").split("[/{}._-]+"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining("", method.toLowerCase(Locale.ROOT), ""));
  }

  /// What it takes, in a request's `Content-Type`.
  String takes() {
    Consumes consumes = java.getAnnotation(Consumes.class);
    if (consumes == null) {
      consumes = java.getDeclaringClass().getAnnotation(Consumes.class);
    }
    return consumes == null ? "application/json" : consumes.value()[0];
  }

  /// What it answers, in the answer's `Content-Type`.
  String gives() {
    Produces produces = java.getAnnotation(Produces.class);
    if (produces == null) {
      produces = java.getDeclaringClass().getAnnotation(Produces.class);
    }
    return produces == null ? "application/json" : produces.value()[0];
  }

  /// The status of success that the method itself names.
  Optional<Integer> status() {
    return Optional.ofNullable(java.getAnnotation(Answers.class)).map(Answers::status);
  }

  /// The type of what it answers; empty where it answers nothing, `Object` where nobody says.
  Optional<Type> answer() {
    Answers says = java.getAnnotation(Answers.class);
    Type type = says == null ? java.getGenericReturnType() : says.value();
    if (type instanceof ParameterizedType generic && generic.getRawType() == RestResponse.class) {
      type = generic.getActualTypeArguments()[0];
    }
    if (type == void.class || type == Void.class) {
      return Optional.empty();
    }
    return Optional.of(type == Response.class ? Object.class : type);
  }
}
