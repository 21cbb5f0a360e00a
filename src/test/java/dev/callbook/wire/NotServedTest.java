package dev.callbook.wire;

import static org.junit.jupiter.api.Assertions.assertAll;

import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the public API has and Callbook does not.
@QuarkusTest
class NotServedTest extends FeatureTest {
  private static final String BASE = "/api/v2/externalcontacts";
  private static final String ID = UUID.randomUUID().toString();

  /// The preview of contact graphs, and journeys.
  private static final List<String> PATHS =
      List.of(
          "GET /graphs/settings",
          "PUT /graphs/settings",
          "GET /graphs/clusterscans",
          "GET /graphs/clusterscans/latest",
          "GET /graphs/clusterscans/latest/statistics",
          "GET /graphs/clusterscans/" + ID,
          "GET /graphs/clusterscans/" + ID + "/statistics",
          "GET /graphs/clusterscans/" + ID + "/clusters?mergeInfo.status=NotMerged",
          "GET /graphs/clusterscans/" + ID + "/clusters/" + ID,
          "PUT /graphs/clusterscans/" + ID + "/clusters/" + ID + "/merge",
          "GET /contacts/" + ID + "/journey/sessions",
          "GET /contacts/" + ID + "/journey/segments",
          "POST /contacts/" + ID + "/journey/segments");

  @Test
  void what_is_not_served_is_not_found() {
    assertAll(
        PATHS.stream()
            .map(path -> path.split(" "))
            .map(call ->
                () ->
                    directory
                        .asAdmin()
                        .send(call[0], BASE + call[1], "")
                        .refuses(404, "not.found")));
  }

  @Test
  void without_a_token_nobody_learns_that() {
    assertAll(
        PATHS.stream()
            .map(path -> path.split(" "))
            .map(call ->
                () ->
                    api.send(call[0], BASE + call[1], "").refuses(401, "authentication.required")));
  }
}
