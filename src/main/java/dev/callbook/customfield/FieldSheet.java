package dev.callbook.customfield;

import java.util.List;

/// The inputs of the field that is open in the editor.
///
/// @param key empty for a field that is being added
/// @param type the core type's word
/// @param typeName the type in the reader's words
/// @param limits what the type can limit
/// @param isTags whether a value is several tags
/// @param unique whether no tag may stand twice
/// @param options of a list, in their order; empty for other types
/// @param newOptions options that are being added, one a line
public record FieldSheet(
    String key,
    String type,
    String typeName,
    String title,
    String description,
    boolean required,
    List<Limit> limits,
    boolean isTags,
    boolean unique,
    boolean isList,
    List<Option> options,
    String newOptions) {

  /// An input for a limit. @param id its name and id @param hint what it may be; empty for anything
  public record Limit(String id, String label, String value, String hint, String mode) {}

  /// One of the options of a list.
  ///
  /// @param place from 0 on
  /// @param value what records keep; never changes
  /// @param retired whether no record can choose it any more
  public record Option(int place, String value, String title, boolean retired) {}

  public boolean isNew() {
    return key.isEmpty();
  }
}
