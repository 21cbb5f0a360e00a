package dev.callbook.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Open;
import dev.callbook.access.Requires;
import dev.callbook.openapi.Contract.Operation;
import dev.callbook.wire.ErrorBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.FormParam;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The API's description, an OpenAPI document: made from the endpoints that there are, once.
@ApplicationScoped
class Description {
  private static final String INTRODUCTION =
      """
      The people and organizations outside a company. Wire-compatible with Genesys Cloud's External Contacts API v2, \
      with additions of its own below /api/v2/callbook and in properties of its own. Independent of Genesys, \
      who neither made nor endorse it.

      Lists in a query are joined by commas, repeated, or both. Unknown and read-only fields of a body are ignored. \
      Dates leave as yyyy-MM-ddTHH:mm:ss.SSSZ.\
      """;

  private static final Map<Integer, String> REFUSALS =
      Map.of(
          400, "A parameter or a field breaks its rule; details name it",
          401, "No token, or one that is unknown, expired or revoked",
          403, "The permission is missing",
          404, "There is no such record, or none that the caller may see",
          409, "The request contradicts what is stored, or itself",
          413, "The body is too large, or holds too many items");

  private final ObjectMapper json;
  private final Contract contract;
  private final ObjectNode document;

  Description(
      ObjectMapper json,
      Contract contract,
      Endpoints endpoints,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.json = json;
    this.contract = contract;
    document = describe(endpoints.all(), version);
  }

  /// The document. Not to be changed.
  ObjectNode document() {
    return document;
  }

  private ObjectNode describe(List<Endpoint> endpoints, String version) {
    Shapes shapes = new Shapes(json);
    shapes.name(ErrorBody.class, "ErrorBody");
    endpoints.forEach(endpoint -> name(shapes, endpoint));
    ObjectNode root = json.createObjectNode().put("openapi", "3.0.3");
    root.putObject("info")
        .put("title", "Callbook")
        .put("version", version)
        .put("description", INTRODUCTION)
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    root.putArray("servers").addObject().put("url", "/");
    root.putArray("security").addObject().putArray("token");
    ObjectNode paths = root.putObject("paths");
    for (Endpoint endpoint : endpoints) {
      paths
          .withObjectProperty(endpoint.path())
          .set(endpoint.method().toLowerCase(java.util.Locale.ROOT), operation(shapes, endpoint));
    }
    ObjectNode components = root.putObject("components");
    components.set("responses", refusals(shapes));
    components.putObject("securitySchemes").set("token", token());
    components.set("schemas", json.valueToTree(shapes.named()));
    return root;
  }

  private void name(Shapes shapes, Endpoint endpoint) {
    Optional<Operation> known = contract.find(endpoint.method(), endpoint.path());
    known
        .map(Operation::body)
        .ifPresent(name ->
            body(endpoint).ifPresent(body -> shapes.name(body.getParameterizedType(), name)));
    known
        .map(Operation::answer)
        .ifPresent(name -> endpoint.answer().ifPresent(type -> shapes.name(type, name)));
  }

  private ObjectNode operation(Shapes shapes, Endpoint endpoint) {
    Optional<Operation> known = contract.find(endpoint.method(), endpoint.path());
    ObjectNode operation = json.createObjectNode();
    operation.put("operationId", known.map(Operation::id).orElseGet(endpoint::ownId));
    operation.putArray("tags").add(tag(endpoint));
    Requires required = endpoint.java().getAnnotation(Requires.class);
    if (required != null) {
      ObjectNode permissions = operation.putObject("x-callbook-permissions");
      permissions.put("mode", required.mode().name());
      ArrayNode names = permissions.putArray("names");
      Arrays.stream(required.value()).forEach(permission -> names.add(permission.value()));
    }
    if (isOpen(endpoint)) {
      operation.putArray("security");
    }
    ArrayNode parameters = Parameters.of(json, shapes, endpoint, known);
    if (!parameters.isEmpty()) {
      operation.set("parameters", parameters);
    }
    requestBody(shapes, endpoint).ifPresent(body -> operation.set("requestBody", body));
    operation.set("responses", responses(shapes, endpoint, known));
    return operation;
  }

  private static boolean isOpen(Endpoint endpoint) {
    return endpoint.java().isAnnotationPresent(Open.class);
  }

  /// `/api/v2/externalcontacts/bulk/contacts` is tagged `externalcontacts`.
  private static String tag(Endpoint endpoint) {
    return endpoint.path().replaceFirst("^/api/v2/", "/").split("/", -1)[1];
  }

  private static Optional<Parameter> body(Endpoint endpoint) {
    return Arrays.stream(endpoint.java().getParameters())
        .filter(parameter -> Parameters.placeOf(parameter).isEmpty())
        .findFirst();
  }

  private Optional<ObjectNode> requestBody(Shapes shapes, Endpoint endpoint) {
    List<Parameter> form =
        Arrays.stream(endpoint.java().getParameters())
            .filter(parameter -> parameter.isAnnotationPresent(FormParam.class))
            .toList();
    ObjectNode schema;
    if (form.isEmpty()) {
      Optional<Parameter> body = body(endpoint);
      if (body.isEmpty()) {
        return Optional.empty();
      }
      schema = shapes.of(body.get().getParameterizedType());
    } else {
      schema = json.createObjectNode().put("type", "object");
      ObjectNode fields = schema.putObject("properties");
      form.forEach(field ->
          fields.set(
              field.getAnnotation(FormParam.class).value(),
              shapes.of(field.getParameterizedType())));
    }
    ObjectNode body = json.createObjectNode().put("required", true);
    body.putObject("content").putObject(endpoint.takes()).set("schema", schema);
    return Optional.of(body);
  }

  private ObjectNode responses(Shapes shapes, Endpoint endpoint, Optional<Operation> known) {
    ObjectNode responses = json.createObjectNode();
    List<Integer> statuses =
        known.map(Operation::statuses).orElseGet(() -> List.of(endpoint.status().orElse(200)));
    for (int status : statuses) {
      ObjectNode answer = responses.putObject(String.valueOf(status));
      answer.put("description", "Done");
      endpoint
          .answer()
          .filter(_ -> status != 204)
          .ifPresent(type ->
              answer
                  .putObject("content")
                  .putObject(endpoint.gives())
                  .set("schema", shapes.of(type)));
    }
    refusalsOf(endpoint)
        .forEach(status ->
            responses
                .putObject(String.valueOf(status))
                .put("$ref", "#/components/responses/Refusal" + status));
    return responses;
  }

  private static Stream<Integer> refusalsOf(Endpoint endpoint) {
    boolean writes = !List.of("GET", "HEAD").contains(endpoint.method());
    return REFUSALS.keySet().stream()
        .sorted()
        .filter(status ->
            switch (status) {
              case 401 -> !isOpen(endpoint);
              case 403 -> endpoint.java().isAnnotationPresent(Requires.class);
              case 404 -> endpoint.path().contains("{") || endpoint.path().contains("lookup");
              case 409, 413 -> writes;
              default -> true;
            });
  }

  private ObjectNode refusals(Shapes shapes) {
    ObjectNode refusals = json.createObjectNode();
    REFUSALS.forEach((status, says) -> {
      ObjectNode refusal = refusals.putObject("Refusal" + status).put("description", says);
      refusal
          .putObject("content")
          .putObject("application/json")
          .set("schema", shapes.of(ErrorBody.class));
    });
    return refusals;
  }

  private ObjectNode token() {
    ObjectNode scheme = json.createObjectNode().put("type", "oauth2");
    ObjectNode flow = scheme.putObject("flows").putObject("clientCredentials");
    flow.put("tokenUrl", "/oauth/token").putObject("scopes");
    return scheme;
  }
}
