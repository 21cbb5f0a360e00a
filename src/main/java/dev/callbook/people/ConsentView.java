package dev.callbook.people;

import java.util.List;

/// A client asks to act for a user: `GET /oauth/authorize`.
///
/// @param client its name, as the admin who added it called it
/// @param organization the user's, which is the client's too
/// @param user the user's name
/// @param scopes what it may then do, a sentence each
/// @param address where the user returns to, without what follows the host
/// @param fields the request, posted back as it came
/// @param otherUser the address that asks somebody else
record ConsentView(
    String client,
    String organization,
    String user,
    String email,
    List<String> scopes,
    String address,
    List<Field> fields,
    String otherUser) {
  /// A hidden field.
  record Field(String name, String value) {}
}
