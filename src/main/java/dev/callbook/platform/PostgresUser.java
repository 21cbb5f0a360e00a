package dev.callbook.platform;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The user that PostgreSQL runs as. It refuses to run as root, so where Callbook does (in a
/// container, mostly) it gets either a user namespace in which root has no powers, or, where those
/// are forbidden, the rights of another user.
sealed interface PostgresUser {
  /// The command that runs `command` as this user; same process, no shell between.
  List<String> command(List<String> command);

  /// Gives this user a folder that root has just made.
  void own(Path folder) throws IOException;

  /// Callbook's own user.
  record Same() implements PostgresUser {
    @Override
    public List<String> command(List<String> command) {
      return command;
    }

    @Override
    public void own(Path folder) {}
  }

  /// Root outside, nobody inside; files stay root's, so that any folder root reaches will do.
  record Namespaced() implements PostgresUser {
    static final List<String> PREFIX = List.of("unshare", "--user", "--");

    @Override
    public List<String> command(List<String> command) {
      return concat(PREFIX, command);
    }

    @Override
    public void own(Path folder) {}
  }

  /// Another user of the machine, who must be able to reach the data folder.
  record Other(int uid, int gid) implements PostgresUser {
    @Override
    public List<String> command(List<String> command) {
      return concat(
          List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"), command);
    }

    @Override
    public void own(Path folder) throws IOException {
      Files.setAttribute(folder, "unix:uid", uid);
      Files.setAttribute(folder, "unix:gid", gid);
    }
  }

  /// Chooses the user for a database folder, which need not exist yet: once made, it keeps its
  /// owner.
  static PostgresUser of(Path database) throws IOException {
    if (new UnixSystem().getUid() != 0) {
      return new Same();
    }
    Path owned = Files.exists(database) ? database : database.getParent();
    Map<String, Object> owner = Files.readAttributes(owned, "unix:uid,gid");
    if (owner.get("uid") instanceof Integer uid
        && owner.get("gid") instanceof Integer gid
        && uid != 0) {
      return new Other(uid, gid);
    }
    if (Commands.succeeds(concat(Namespaced.PREFIX, List.of("true")))) {
      return new Namespaced();
    }
    return nobody();
  }

  private static PostgresUser nobody() throws IOException {
    return new Other(Commands.number("id", "-u", "nobody"), Commands.number("id", "-g", "nobody"));
  }

  private static List<String> concat(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
