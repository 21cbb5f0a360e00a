package dev.callbook.people;

import dev.callbook.access.Permission;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// What each permission allows, in one sentence. The texts are in
/// `messages/permission_<language>.properties`; the build asks for one of each.
@MessageBundle("permission")
public interface PermissionMessages {
  @Message
  String allows(Permission permission);

  @Message
  String of(PermissionDomain domain);
}
