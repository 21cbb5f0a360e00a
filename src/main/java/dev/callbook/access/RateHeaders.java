package dev.callbook.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/// Tells whoever asks the API with a token how it stands. `Retry-After` is in whole seconds: one
/// official client reads nothing else. Source: CONTRACT section 4.
@Provider
class RateHeaders implements ContainerResponseFilter {
  private final Caller caller;

  RateHeaders(Caller caller) {
    this.caller = caller;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    caller
        .standing()
        .ifPresent(standing -> {
          MultivaluedMap<String, Object> headers = response.getHeaders();
          headers.putSingle("inin-ratelimit-count", standing.count());
          headers.putSingle("inin-ratelimit-allowed", standing.allowed());
          headers.putSingle("inin-ratelimit-reset", standing.resetSeconds());
          if (standing.exceeded()) {
            headers.putSingle(HttpHeaders.RETRY_AFTER, standing.resetSeconds());
          }
        });
  }
}
