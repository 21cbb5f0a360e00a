package dev.callbook.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.Answer;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// What the change log keeps of sources of calls.
@QuarkusTest
class SourceLogTest extends FeatureTest {
  private static final String PBX = "/api/v2/callbook/interactions/sources/pbx";

  @Test
  void who_changes_how_a_source_writes_numbers_or_signs_is_in_the_log() {
    Answer pbx =
        api.as(directory.admin())
            .put(PBX, "{\"region\":\"ES\",\"outsideLine\":\"0\"}")
            .answers(200);
    assertEquals(1, directory.writesOf(pbx.id()));

    api.as(directory.admin()).put(PBX, "{\"region\":\"ES\",\"outsideLine\":\"0\"}").answers(200);
    assertEquals(1, directory.writesOf(pbx.id()), "the same once more is no change");

    api.as(directory.admin()).post(PBX + "/secret", "").answers(200);
    assertEquals(2, directory.writesOf(pbx.id()));
  }
}
