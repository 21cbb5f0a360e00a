package dev.callbook.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.access.Open;
import dev.callbook.wire.Refusal.Invalid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// The API's description for programs. Source: OpenAPI 3.0.3.
@Path("/openapi")
@RunOnVirtualThread
public class DescriptionApi {
  private static final String YAML = "application/yaml";

  private final String asJson;
  private final String asYaml;

  DescriptionApi(Description description, ObjectMapper json) throws JsonProcessingException {
    asJson =
        json.writerWithDefaultPrettyPrinter().writeValueAsString(description.document()) + "\n";
    asYaml = Yaml.of(description.document());
  }

  /// JSON, unless YAML is asked for by `format` or, without one, by `Accept`.
  @GET
  @Open("anyone: it says what is served, and holds nobody's data")
  public Response get(
      @QueryParam("format") @Nullable String format,
      @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
    String asked =
        format == null || format.isBlank()
            ? accept != null && accept.contains("yaml") ? "yaml" : "json"
            : format;
    return switch (asked) {
      case "json" -> Response.ok(asJson, "application/json;charset=UTF-8").build();
      case "yaml" -> Response.ok(asYaml, YAML).build();
      default -> throw new Invalid("format", "invalid.value", "format is json or yaml.");
    };
  }
}
