package dev.callbook.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/// Headers that every answer of the API carries, and the OAuth pages, whose addresses hold secrets.
/// Source: CONTRACT section 1, rule 13.
@Provider
class ApiHeaders implements ContainerResponseFilter {
  private final ContextId context;

  ApiHeaders(ContextId context) {
    this.context = context;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle("ININ-Correlation-Id", context.value());
    String path = request.getUriInfo().getPath();
    if (path.startsWith("/api/") || path.contains("/oauth/")) {
      response.getHeaders().putSingle("Cache-Control", "no-cache, no-store, must-revalidate");
      response.getHeaders().putSingle("Pragma", "no-cache");
      response.getHeaders().putSingle("Expires", "0");
    }
  }
}
