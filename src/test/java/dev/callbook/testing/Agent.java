package dev.callbook.testing;

/// Someone who calls the API.
///
/// @param name as the directory knows them
/// @param token what their requests carry
public record Agent(String name, String token) {
  /// Nobody: requests carry no token.
  public static final Agent NOBODY = new Agent("nobody", "");
}
