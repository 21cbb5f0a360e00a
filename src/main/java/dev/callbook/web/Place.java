package dev.callbook.web;

import io.quarkus.qute.TemplateEnum;

/// A place of the main navigation. Whoever builds a [PageShell] says which of them the signed-in
/// user may enter.
@TemplateEnum
public enum Place {
  HOME("/home", "home", "g h"),
  WORKSPACE("/workspace", "headset", "g w"),
  CONTACTS("/contacts", "address-book", "g c"),
  DUPLICATES("/contacts/duplicates", "git-merge", ""),
  CUSTOM_FIELDS("/custom-fields", "forms", ""),
  IMPORT("/import", "file-import", ""),
  EXPORTS("/exports", "file-export", ""),
  EXTERNAL_SOURCES("/external-sources", "plug-connected", ""),
  NUMBER_BENCH("/number-bench", "dialpad", ""),
  PEOPLE("/people", "users", ""),
  CLIENTS("/clients", "key", ""),
  AUDIT("/audit", "history", ""),
  SETTINGS("/settings", "adjustments", "");

  private final String path;
  private final String icon;
  private final String keys;

  Place(String path, String icon, String keys) {
    this.path = path;
    this.icon = icon;
    this.keys = keys;
  }

  public String path() {
    return path;
  }

  /// The name of a symbol in `icons.svg`.
  public String icon() {
    return icon;
  }

  /// The keys that lead there, such as `g c`; empty if there are none.
  public String keys() {
    return keys;
  }
}
