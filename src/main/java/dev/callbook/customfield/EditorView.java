package dev.callbook.customfield;

import dev.callbook.change.HistoryView;
import dev.callbook.customfield.SchemaDifferences.Difference;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The editor of custom fields.
///
/// @param tabs contacts and organizations
/// @param kind the tab that is open, as addresses call it
/// @param schemas those of the kind, the oldest first
/// @param sheet the schema that is edited; null where there is none
/// @param newName what was typed as the name of a new schema
/// @param errors of the form for a new schema
record EditorView(
    List<Tab> tabs,
    String kind,
    List<SchemaLine> schemas,
    @Nullable Sheet sheet,
    String newName,
    FormErrors errors,
    May may) {

  record May(boolean add, boolean edit) {}

  /// A schema to choose.
  ///
  /// @param enabled whether new records may take it up
  /// @param first whether the form of a new record begins with it
  record SchemaLine(
      String id, String name, String path, boolean current, boolean enabled, boolean first) {}

  /// The next version of a schema as it is so far.
  ///
  /// @param next the number that it gets
  /// @param draft its document, to be posted back
  /// @param summary how many fields it has
  /// @param open what is open: see [EditorPost#open]
  /// @param fresh the inputs of a field that is being added; null for none
  /// @param conflict what somebody else published meanwhile; null if nobody did
  record Sheet(
      String id,
      String kind,
      String name,
      int version,
      int next,
      boolean dirty,
      String draft,
      String summary,
      String open,
      List<Row> rows,
      @Nullable FieldSheet fresh,
      List<Type> types,
      FormErrors errors,
      @Nullable Overtaken conflict,
      Beside beside) {}

  /// A core type that a field can be added of. @param open see [EditorPost#open]
  record Type(String open, String name, String icon) {}

  /// One field.
  ///
  /// @param type in words
  /// @param isNew whether no version has it yet
  /// @param place from 1 on
  /// @param focus which of its buttons was pressed last: `up`, `down`, `edit`, or empty
  /// @param sheet its inputs where it is open
  record Row(
      String key,
      String title,
      String icon,
      String type,
      boolean required,
      boolean searchable,
      boolean retired,
      boolean isNew,
      int place,
      boolean isLast,
      String focus,
      @Nullable FieldSheet sheet) {

    public boolean isFirst() {
      return place == 1;
    }

    public boolean isOpen() {
      return sheet != null;
    }
  }

  /// Two people edited. @param what the other one changed @param both titles of fields that both
  /// changed
  record Overtaken(int version, String who, List<Difference> what, String both) {}

  /// What stands beside the fields.
  ///
  /// @param form as records will show it
  /// @param changes what differs from the newest version
  /// @param counts whether records are worth counting: what values must be changes
  record Beside(CustomFieldForm form, int next, List<Difference> changes, boolean counts) {
    /// Of a form that nobody posts.
    public FormErrors errors() {
      return FormErrors.none();
    }
  }

  /// The versions of a schema, or a page of them.
  record Versions(String id, String kind, String path, String name, HistoryView history) {}

  /// What would happen to records. @param tone `warn`, or empty
  record Effect(String text, String tone) {}

  /// How many records hold a field. @param text empty where it is not known
  record Use(String key, String text) {}
}
