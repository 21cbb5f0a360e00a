package dev.callbook.access;

import dev.callbook.wire.Refusal.Forbidden;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;

/// Refuses writes to pages that another site's page sent (cross-site request forgery), by what
/// every current browser says of a request's source: `Sec-Fetch-Site`, else `Origin`. Requests with
/// neither come from no browser and carry no cookie a browser would have added. Decision:
/// docs/adr/0005-cross-site-requests.md.
@Provider
@Priority(Priorities.AUTHENTICATION - 10)
class SameOrigin implements ContainerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public void filter(ContainerRequestContext request) {
    if (READING.contains(request.getMethod()) || Gate.isApi(request.getUriInfo().getPath())) {
      return;
    }
    String site = request.getHeaderString("Sec-Fetch-Site");
    String origin = request.getHeaderString("Origin");
    boolean isForeign =
        site != null
            ? !site.equals("same-origin") && !site.equals("none")
            : origin != null && !sameHost(origin, request.getHeaderString("Host"));
    if (isForeign) {
      throw new Forbidden("a page of this site as the sender");
    }
  }

  private static boolean sameHost(String origin, String host) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
