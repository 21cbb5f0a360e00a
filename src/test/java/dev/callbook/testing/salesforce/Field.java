package dev.callbook.testing.salesforce;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A field of an object.
///
/// @param length in characters; 0 where it has none
/// @param target the object that a reference leads to
/// @param formula where the value comes from, such as `Account.Name`; it changes without any trace
///   in the record's own stamps
public record Field(
    String name,
    Type type,
    int length,
    Set<Trait> traits,
    @Nullable String target,
    @Nullable String formula) {
  /// The types of `describe`, in its spelling.
  public enum Type {
    ID,
    STRING,
    TEXTAREA,
    EMAIL,
    PHONE,
    URL,
    PICKLIST,
    BOOLEAN,
    INT,
    DOUBLE,
    CURRENCY,
    DATE,
    DATETIME,
    REFERENCE,
    ADDRESS;

    boolean isText() {
      return switch (this) {
        case STRING, TEXTAREA, EMAIL, PHONE, URL, PICKLIST -> true;
        default -> false;
      };
    }

    boolean isId() {
      return this == ID || this == REFERENCE;
    }

    boolean isNumber() {
      return this == INT || this == DOUBLE || this == CURRENCY;
    }
  }

  /// What sets a field apart from one that anybody may read, leave out and write.
  public enum Trait {
    REQUIRED,
    READ_ONLY,
    EXTERNAL_ID
  }

  public static Field of(String name, Type type, int length, Trait... traits) {
    return new Field(name, type, length, Set.of(traits), null, null);
  }

  public static Field reference(String name, String target, Trait... traits) {
    return new Field(name, Type.REFERENCE, 18, Set.of(traits), target, null);
  }

  /// Text that follows another field.
  public static Field formula(String name, String source) {
    return new Field(name, Type.STRING, 1300, Set.of(Trait.READ_ONLY), null, source);
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }

  boolean isCompound() {
    return type == Type.ADDRESS;
  }

  /// What queries call the record that a reference leads to: `Account` for `AccountId`.
  @Nullable String relationship() {
    return target == null
        ? null
        : name.endsWith("Id") ? name.substring(0, name.length() - 2) : null;
  }
}
