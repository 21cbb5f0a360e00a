package dev.callbook.interaction;

import dev.callbook.contact.ContactId;
import dev.callbook.interaction.Interaction.Holder;
import dev.callbook.interaction.Interaction.Times;
import dev.callbook.phone.Presentation;
import dev.callbook.platform.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/// How the columns of an interaction are named and read.
final class InteractionRows {
  static final String SELECT =
      """
      select i.id, i.source_id, i.external_id, i.channel, i.direction, i.agent_id, i.agent_since, i.agent_as_of,
             i.presentation, i.caller_raw, i.caller_shown, i.lookup_key, i.e164, i.verified, i.caller_as_of,
             i.dialled, i.queue, i.match_kind, i.contact_id, i.matched_by, i.started_at, i.connected_at,
             i.ended_at, i.wrapped_up_at, i.wrap_up_code, i.version
      """;

  private InteractionRows() {}

  static Interaction read(ResultSet row) throws SQLException {
    UUID agent = row.getObject("agent_id", UUID.class);
    UUID contact = row.getObject("contact_id", UUID.class);
    return new Interaction(
        row.getObject("id", UUID.class),
        row.getObject("source_id", UUID.class),
        row.getString("external_id"),
        Channel.ofWord(row.getString("channel")),
        Direction.ofWord(row.getString("direction")),
        agent == null
            ? null
            : new Holder(
                agent, Instants.read(row, "agent_since"), Instants.read(row, "agent_as_of")),
        new CallerLine(
            Presentation.valueOf(row.getString("presentation").toUpperCase(Locale.ROOT)),
            row.getString("caller_raw"),
            row.getString("caller_shown"),
            row.getString("lookup_key"),
            row.getString("e164"),
            row.getBoolean("verified"),
            Instants.readOrNull(row, "caller_as_of")),
        row.getString("dialled"),
        row.getString("queue"),
        new Association(
            Association.Kind.ofWord(row.getString("match_kind")),
            contact == null ? null : new ContactId(contact),
            row.getObject("matched_by", UUID.class)),
        new Times(
            Instants.read(row, "started_at"),
            Instants.readOrNull(row, "connected_at"),
            Instants.readOrNull(row, "ended_at"),
            Instants.readOrNull(row, "wrapped_up_at")),
        row.getString("wrap_up_code"),
        row.getInt("version"));
  }
}
