package dev.callbook.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the public API fixes of an operation and Java's types do not say: its id, the statuses of
/// success, the forms of its query's loose texts, and the names of the models it takes and answers.
/// Kept in `openapi/operations.json`; what is served, is up to the endpoints.
@ApplicationScoped
class Contract {
  /// @param statuses those of success
  /// @param body the name of the model it takes
  /// @param answer the name of the model it answers
  /// @param query OpenAPI's parameter objects
  record Operation(
      @Nullable String id,
      String method,
      String path,
      List<Integer> statuses,
      @Nullable String body,
      @Nullable String answer,
      @Nullable List<ObjectNode> query) {

    /// The query's parameter of this name, if the public API has it.
    Optional<ObjectNode> parameter(String name) {
      return query == null
          ? Optional.empty()
          : query.stream()
              .filter(parameter -> parameter.path("name").asText().equals(name))
              .findFirst();
    }

    private Operation named(String newId) {
      return new Operation(newId, method, path, statuses, body, answer, query);
    }
  }

  private final Map<String, Operation> byAddress;

  Contract(ObjectMapper json) {
    try (InputStream file =
        Objects.requireNonNull(
            Contract.class.getResourceAsStream("/openapi/operations.json"),
            "openapi/operations.json")) {
      Map<String, Operation> byId = json.readValue(file, new TypeReference<>() {});
      byAddress =
          byId.entrySet().stream()
              .map(entry -> entry.getValue().named(entry.getKey()))
              .collect(
                  Collectors.toUnmodifiableMap(
                      operation -> operation.method() + " " + operation.path(),
                      Function.identity()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @return nothing for what is ours alone
  Optional<Operation> find(String method, String path) {
    return Optional.ofNullable(byAddress.get(method + " " + path));
  }
}
