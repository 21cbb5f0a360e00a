package dev.callbook.externalsource;

import dev.callbook.externalsource.ExternalSource.Details;
import dev.callbook.web.FormErrors;

/// One external source: `GET /external-sources/{id}`.
///
/// @param overtaken whether someone else saved it while this viewer filled the form in
/// @param example where the record of the id [#EXAMPLE] would open; empty without a link
record ExternalSourceView(
    String id,
    String name,
    int version,
    Typed saved,
    Typed typed,
    boolean overtaken,
    String example,
    FormErrors errors,
    boolean mayEdit,
    boolean mayDelete) {
  static final String EXAMPLE = "ID-123";

  /// What a link template has where the id goes.
  public String gap() {
    return LinkTemplate.GAP;
  }

  public String removePath() {
    return "/external-sources/" + id + "/delete";
  }

  /// What stands in the form.
  record Typed(String name, String link, boolean active) {
    static Typed blank() {
      return new Typed("", "", true);
    }

    static Typed of(Details details) {
      return new Typed(
          details.name(), details.link() == null ? "" : details.link().text(), details.active());
    }
  }

  /// How many records the viewer may see that carry an id of the source; at most one more than
  /// [#MOST] are counted.
  record Uses(long contacts, long organizations) {
    static final int MOST = 100_000;

    public long most() {
      return MOST;
    }

    public boolean manyContacts() {
      return contacts > MOST;
    }

    public boolean manyOrganizations() {
      return organizations > MOST;
    }
  }
}
