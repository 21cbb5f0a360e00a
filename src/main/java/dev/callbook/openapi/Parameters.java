package dev.callbook.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.openapi.Contract.Operation;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Parameter;
import java.util.Optional;

/// What an operation takes beside its body.
final class Parameters {
  /// Where a value comes from, and its name there.
  record Place(String in, String name) {}

  private Parameters() {}

  /// @return nothing for the body
  static Optional<Place> placeOf(Parameter parameter) {
    if (parameter.isAnnotationPresent(PathParam.class)) {
      return Optional.of(new Place("path", parameter.getAnnotation(PathParam.class).value()));
    }
    if (parameter.isAnnotationPresent(QueryParam.class)) {
      return Optional.of(new Place("query", parameter.getAnnotation(QueryParam.class).value()));
    }
    if (parameter.isAnnotationPresent(HeaderParam.class)) {
      return Optional.of(new Place("header", parameter.getAnnotation(HeaderParam.class).value()));
    }
    boolean elsewhere =
        parameter.isAnnotationPresent(FormParam.class)
            || parameter.isAnnotationPresent(CookieParam.class)
            || parameter.isAnnotationPresent(Context.class);
    return elsewhere ? Optional.of(new Place("", "")) : Optional.empty();
  }

  /// OpenAPI's parameter objects, in the method's order.
  static ArrayNode of(
      ObjectMapper json, Shapes shapes, Endpoint endpoint, Optional<Operation> known) {
    ArrayNode all = json.createArrayNode();
    for (Parameter parameter : endpoint.java().getParameters()) {
      placeOf(parameter)
          .filter(place -> !place.in().isEmpty())
          // OpenAPI says it by the security scheme.
          .filter(place -> !place.name().equals("Authorization"))
          .ifPresent(place ->
              all.add(
                  known
                      .filter(_ -> place.in().equals("query"))
                      .flatMap(operation -> operation.parameter(place.name()))
                      .orElseGet(() -> own(json, shapes, parameter, place))));
    }
    return all;
  }

  private static ObjectNode own(
      ObjectMapper json, Shapes shapes, Parameter parameter, Place place) {
    ObjectNode own = json.createObjectNode();
    own.put("name", place.name()).put("in", place.in()).put("required", place.in().equals("path"));
    ObjectNode schema = shapes.of(parameter.getParameterizedType());
    DefaultValue absent = parameter.getAnnotation(DefaultValue.class);
    if (absent != null && schema.path("type").asText().equals("string")) {
      schema.put("default", absent.value());
    }
    if (schema.path("type").asText().equals("array")) {
      own.put("explode", false);
    }
    return own.set("schema", schema);
  }
}
