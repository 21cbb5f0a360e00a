package dev.callbook.testing;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;

/// Whom a process runs as.
public enum User {
  /// Whoever runs the tests.
  SELF,
  /// A user without powers. Only root can become one.
  ORDINARY;

  /// What stands before a command to run it as this user.
  List<String> prefix() {
    return switch (this) {
      case SELF -> List.of();
      case ORDINARY ->
          List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--");
    };
  }

  public static boolean isRoot() {
    return new UnixSystem().getUid() == 0;
  }

  /// Gives this user a folder.
  public void own(Path folder) throws IOException {
    if (this == ORDINARY) {
      UserPrincipal nobody =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      Files.setOwner(folder, nobody);
    }
  }
}
