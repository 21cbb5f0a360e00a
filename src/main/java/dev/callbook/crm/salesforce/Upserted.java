package dev.callbook.crm.salesforce;

import java.util.List;

/// What became of a record to write.
public sealed interface Upserted {
  record Created(RemoteId id) implements Upserted {}

  record Updated(RemoteId id) implements Upserted {}

  /// Other transactions hold the record, for longer than we waited: try again later.
  record Locked() implements Upserted {}

  /// Several records have the key: none was written, for none is the right one.
  record Several() implements Upserted {}

  /// The record was deleted, or merged into another.
  record Gone() implements Upserted {}

  /// The org does not want it so, and will not tomorrow: a rule of its own, a duplicate, a missing
  /// value or permission. For an administrator.
  ///
  /// @param says Salesforce's words, which may quote the record: not for the log
  record Refused(String code, String says, List<String> fields) implements Upserted {
    @Override
    public String toString() {
      return "Refused[" + code + ", " + fields + "]";
    }
  }
}
