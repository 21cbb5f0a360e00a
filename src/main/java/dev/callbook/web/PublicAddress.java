package dev.callbook.web;

import dev.callbook.platform.ServerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

/// What outsiders call this server: as the setting says, else as the caller of a request reached
/// it.
@ApplicationScoped
public class PublicAddress {
  private final ServerSettings settings;

  PublicAddress(ServerSettings settings) {
    this.settings = settings;
  }

  /// A path of ours as a whole address. @param path begins with `/`
  public String of(UriInfo request, String path) {
    String root = settings.publicUrl().orElse(request.getBaseUri()).toString();
    return (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path;
  }
}
