package dev.callbook.contact;

/// A contact that a search found, and why.
///
/// @param matched what matched: the words of the name, the organization's name, the number, the
///   address, the handle, the external id, the identifier or tag
public record SearchHit(ContactId contact, Reason reason, String matched) {

  /// Why a contact was found.
  public enum Reason {
    /// every typed word is a word of the name
    NAME,
    /// every typed word begins a word of the name
    NAME_BEGINNING,
    /// this is the number
    NUMBER,
    /// the number begins so, internationally or nationally
    NUMBER_BEGINNING,
    /// the number ends so
    NUMBER_END,
    /// the number contains this
    NUMBER_PART,
    /// the external organization's name has these words
    ORGANIZATION,
    /// an e-mail address begins so, or its domain does
    EMAIL,
    /// a handle begins so
    HANDLE,
    /// another system calls the contact so
    EXTERNAL_ID,
    /// an identifier or a tag among the custom fields is this
    CUSTOM_FIELD,
    /// the name has words that differ from the typed ones by a letter or two
    SIMILAR_NAME
  }
}
