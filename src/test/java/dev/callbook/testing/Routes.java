package dev.callbook.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.callbook.access.Open;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.access.SignedIn;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every operation that Callbook serves, read from the annotations of its resources.
public final class Routes {
  private static final List<Route> ALL = read();

  private Routes() {}

  /// By path, then method.
  public static List<Route> all() {
    return ALL;
  }

  /// Those entered with a token.
  public static List<Route> ofApi() {
    return ALL.stream().filter(Route::isApi).toList();
  }

  /// Those of the API that need a token.
  public static List<Route> guarded() {
    return ofApi().stream().filter(route -> !route.isOpen()).toList();
  }

  /// As `docs/routes.txt` holds them.
  public static String table() {
    int pathWidth = ALL.stream().mapToInt(route -> route.path().length()).max().orElse(0);
    int entryWidth = ALL.stream().mapToInt(route -> route.entry().length()).max().orElse(0);
    String row = "%-6s  %-" + pathWidth + "s  %-" + entryWidth + "s  %s%n";
    return ALL.stream()
        .map(route ->
            row.formatted(route.method(), route.path(), route.entry(), route.operationName()))
        .collect(Collectors.joining());
  }

  private static List<Route> read() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.callbook")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(JavaClass::reflect)
            .flatMap(Routes::of)
            .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
            .toList();
  }

  private static Stream<Route> of(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .flatMap(method -> verb(method).map(verb -> route(resource, verb, method)).stream());
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
        .map(HttpMethod::value)
        .findFirst();
  }

  private static Route route(Class<?> resource, String verb, Method method) {
    Path own = method.getAnnotation(Path.class);
    String path =
        Stream.of(resource.getAnnotation(Path.class).value(), own == null ? "" : own.value())
            .flatMap(part -> Stream.of(part.replaceAll("^/|/$", "")))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("/", "/", ""));
    return new Route(verb, path, entry(method), method);
  }

  private static String entry(Method method) {
    Requires required = method.getAnnotation(Requires.class);
    if (required != null) {
      return Arrays.stream(required.value())
          .map(Permission::value)
          .collect(Collectors.joining(required.mode() == Requires.Mode.ANY ? " | " : " + "));
    }
    SignedIn signedIn = method.getAnnotation(SignedIn.class);
    if (signedIn != null) {
      return Route.SIGNED_IN + signedIn.value();
    }
    Open open = method.getAnnotation(Open.class);
    return open == null ? "UNDECLARED" : Route.OPEN + open.value();
  }
}
