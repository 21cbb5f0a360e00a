package dev.callbook.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.DivisionId;
import dev.callbook.change.Change.Action;
import dev.callbook.platform.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads entries of the log.
final class ChangeRows {
  private ChangeRows() {}

  static Change read(ResultSet row, ObjectMapper json) throws SQLException {
    UUID division = row.getObject("division_id", UUID.class);
    return new Change(
        row.getObject("id", UUID.class),
        Instants.read(row, "at"),
        row.getString("actor_kind"),
        row.getObject("actor_id", UUID.class),
        row.getString("actor_name"),
        row.getString("origin"),
        row.getObject("origin_id", UUID.class),
        Subject.ofWord(row.getString("subject_kind")),
        row.getObject("subject_id", UUID.class),
        division == null ? null : new DivisionId(division),
        Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
        row.getInt("version"),
        fields(row.getString("before"), json),
        fields(row.getString("after"), json));
  }

  private static @Nullable ObjectNode fields(@Nullable String text, ObjectMapper json) {
    try {
      return text == null ? null : json.readValue(text, ObjectNode.class);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
