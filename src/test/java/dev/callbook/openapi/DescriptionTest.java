package dev.callbook.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.testing.FeatureTest;
import dev.callbook.testing.Route;
import dev.callbook.testing.Routes;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The document describes what is served, and that is what the public API has.
///
/// That what it says of parameters and fields is so, MalformedRequestsTest tries.
@QuarkusTest
class DescriptionTest extends FeatureTest {
  private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete", "head");

  @Test
  void every_route_of_the_api_is_described_and_no_page() {
    Set<String> served =
        Routes.all().stream()
            .filter(route -> route.isApi() || route.path().startsWith("/oauth/"))
            .filter(route -> !route.path().startsWith("/api/{"))
            .map(Route::toString)
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(served, new TreeSet<>(operations().keySet()));
  }

  @Test
  void ids_are_unique() {
    List<String> ids =
        operations().values().stream().map(o -> o.path("operationId").asText()).toList();

    assertEquals(ids.stream().distinct().toList(), ids);
  }

  /// One test an operation, so that whoever adds one reads what is amiss with theirs.
  @TestFactory
  Stream<DynamicTest> each_operation_is_the_public_apis() {
    JsonNode document = document();
    Map<String, PublicOperation> theirs = PublicOperation.all();
    return operations().entrySet().stream()
        .filter(ours -> !isOurOwn(ours.getKey()))
        .map(ours ->
            DynamicTest.dynamicTest(
                ours.getKey(),
                () -> {
                  Comparison comparison = new Comparison(document);
                  compare(comparison, theirs, ours.getKey(), ours.getValue());
                  Map<String, String> found = comparison.found();
                  Allowances.excuse(found);
                  assertTrue(
                      found.isEmpty(),
                      () ->
                          "The code differs from the public API. Correct it, or write the first"
                              + " part of the line, a tab and the reason into "
                              + Allowances.FILE
                              + ":\n"
                              + lines(found));
                }));
  }

  @Test
  void no_difference_is_excused_that_is_none() {
    Comparison comparison = new Comparison(document());
    Map<String, PublicOperation> theirs = PublicOperation.all();
    operations().forEach((address, ours) -> compare(comparison, theirs, address, ours));

    assertEquals(
        Set.of(),
        Allowances.excuse(comparison.found()),
        "no longer differ: take these lines out of " + Allowances.FILE);
  }

  /// What the public API says of an operation is kept twice: for the product and for the tests.
  @Test
  void the_products_table_is_the_public_apis() throws IOException {
    JsonNode table =
        new ObjectMapper()
            .readTree(Files.readString(Path.of("src/main/resources/openapi/operations.json")));
    List<String> unknown = new ArrayList<>();
    Map<String, PublicOperation> theirs = PublicOperation.all();
    table
        .properties()
        .forEach(entry -> {
          String address =
              entry.getValue().path("method").asText()
                  + " "
                  + entry.getValue().path("path").asText();
          PublicOperation operation = theirs.get(address);
          if (operation == null
              || (operation.id().matches("[a-z]+[A-Z]\\w+")
                  && address.contains("/api/")
                  && !operation.id().equals(entry.getKey()))) {
            unknown.add(entry.getKey());
          }
        });

    assertEquals(List.of(), unknown);
    assertEquals(theirs.size(), table.size());
  }

  /// The ids stand beside the methods as well, where whoever reads the code looks for them.
  @Test
  void the_code_names_each_operation_by_its_id() throws IOException {
    List<String> missing = new ArrayList<>();
    Map<String, JsonNode> described = operations();
    for (Route route : Routes.ofApi()) {
      JsonNode operation = described.get(route.toString());
      if (operation != null && !isOurOwn(route.toString())) {
        String id = operation.path("operationId").asText();
        Class<?> resource = route.operation().getDeclaringClass();
        Path source =
            Path.of("src", "main", "java").resolve(resource.getName().replace('.', '/') + ".java");
        if (!Files.readString(source).contains("`" + id + "`")) {
          missing.add(route.operationName() + ": write /// `" + id + "` above it");
        }
      }
    }

    assertEquals(List.of(), missing);
  }

  @Test
  void a_refusal_is_described_as_it_is_answered() {
    JsonNode error = document().at("/components/schemas/ErrorBody/properties");

    JsonNode answered = api.as(directory.admin()).get(CONTACTS + "/none").answers(400).json();

    answered.fieldNames().forEachRemaining(name -> assertTrue(error.has(name), name));
  }

  @Test
  void every_pointer_leads_somewhere() {
    JsonNode document = document();
    List<String> lost = new ArrayList<>();
    document
        .findValuesAsText("$ref")
        .forEach(pointer -> {
          if (document.at(pointer.substring(1)).isMissingNode()) {
            lost.add(pointer);
          }
        });

    assertEquals(List.of(), lost);
  }

  @Test
  void yaml_is_there_for_who_accepts_or_asks_for_it() {
    String asked = api.get("/openapi?format=yaml").body();

    assertTrue(asked.startsWith("\"openapi\": \"3.0.3\"\n\"info\":\n  \"title\": \"Callbook\"\n"));
    assertEquals(asked, api.with("Accept", "application/yaml").get("/openapi").body());
    assertTrue(
        api.with("Accept", "application/yaml").get("/openapi?format=json").body().startsWith("{"));
  }

  @Test
  void another_format_is_refused() {
    assertEquals(400, api.get("/openapi?format=xml").status());
  }

  @Test
  void it_needs_no_token_and_says_json() {
    var answer = api.get("/openapi").answers(200);

    assertTrue(answer.header("Content-Type").startsWith("application/json"));
  }

  private static void compare(
      Comparison comparison, Map<String, PublicOperation> all, String address, JsonNode ours) {
    PublicOperation theirs = all.get(address);
    if (theirs != null) {
      comparison.operation(theirs, ours);
    } else if (!isOurOwn(address)) {
      comparison.found().put("unknown " + address, "the public API has no such operation");
    }
  }

  private static boolean isOurOwn(String address) {
    return address.contains(" /api/v2/callbook/");
  }

  private static String lines(Map<String, String> found) {
    return found.entrySet().stream()
        .map(difference -> difference.getKey() + ": " + difference.getValue())
        .collect(Collectors.joining("\n"));
  }

  private JsonNode document() {
    return api.get("/openapi").answers(200).json();
  }

  /// By method and path.
  private Map<String, JsonNode> operations() {
    Map<String, JsonNode> all = new TreeMap<>();
    document()
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(entry -> VERBS.contains(entry.getKey()))
                .forEach(entry ->
                    all.put(
                        entry.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        entry.getValue())));
    return all;
  }
}
