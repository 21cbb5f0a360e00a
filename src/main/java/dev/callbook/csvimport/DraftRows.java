package dev.callbook.csvimport;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;

/// Rows that were read, to bytes and back.
@ApplicationScoped
class DraftRows {
  private final ObjectMapper json;

  DraftRows(ObjectMapper json) {
    this.json = json;
  }

  byte[] write(List<RowDraft> drafts) {
    return writeAny(drafts.toArray(RowDraft[]::new));
  }

  byte[] write(RowDraft draft) {
    return writeAny(draft);
  }

  byte[] write(OrganizationRow row) {
    return writeAny(row);
  }

  byte[] writeOrganizations(List<OrganizationRow> rows) {
    return writeAny(rows.toArray(OrganizationRow[]::new));
  }

  OrganizationRow readOrganization(byte[] written) {
    return read(written, OrganizationRow.class);
  }

  List<OrganizationRow> readOrganizations(byte[] written) {
    return List.of(read(written, OrganizationRow[].class));
  }

  private byte[] writeAny(Object drafts) {
    try {
      return json.writeValueAsBytes(drafts);
    } catch (IOException fault) {
      // The row is personal data: it stays out of the message.
      throw new IllegalStateException("a row does not become JSON");
    }
  }

  List<RowDraft> readAll(byte[] written) {
    return List.of(read(written, RowDraft[].class));
  }

  RowDraft read(byte[] written) {
    return read(written, RowDraft.class);
  }

  private <T> T read(byte[] written, Class<T> type) {
    try {
      return json.readValue(written, type);
    } catch (IOException fault) {
      throw new IllegalStateException("a stored row does not parse");
    }
  }
}
