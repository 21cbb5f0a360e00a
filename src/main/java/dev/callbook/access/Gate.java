package dev.callbook.access;

import dev.callbook.access.Admissions.Admitted;
import dev.callbook.access.RateLimits.Standing;
import dev.callbook.wire.Refusal.Forbidden;
import dev.callbook.wire.Refusal.TooFast;
import dev.callbook.wire.Refusal.Unauthenticated;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Stands before every endpoint: finds who calls, by bearer token under `/api/` and by session
/// cookie on pages, and lets them in where they hold the permission the endpoint declares.
@Provider
@Priority(Priorities.AUTHENTICATION)
class Gate implements ContainerRequestFilter {
  private static final String BEARER = "Bearer ";

  private final Admissions admissions;
  private final RateLimits rates;
  private final Caller caller;

  @Context ResourceInfo endpoint;

  Gate(Admissions admissions, RateLimits rates, Caller caller, @Context ResourceInfo endpoint) {
    this.admissions = admissions;
    this.rates = rates;
    this.caller = caller;
    this.endpoint = endpoint;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    boolean isApi = isApi(request.getUriInfo().getPath());
    Origin origin = isApi ? Origin.API : Origin.PAGE;
    Method method = endpoint.getResourceMethod();
    Optional<Access> access = isApi ? byToken(request) : bySession(request);
    if (method.isAnnotationPresent(Open.class)) {
      access.ifPresent(found -> caller.know(found, origin));
      return;
    }
    Requires required = method.getAnnotation(Requires.class);
    if (required == null && !method.isAnnotationPresent(SignedIn.class)) {
      throw new IllegalStateException("endpoint declares none of @Requires, @SignedIn and @Open");
    }
    if (access.isEmpty()) {
      refuse(request, isApi);
    } else if (required == null) {
      caller.know(access.get(), origin);
    } else {
      caller.admit(access.get(), key(required, access.get()), origin);
    }
  }

  /// The permission that lets the caller in, and makes their scope.
  ///
  /// @throws Forbidden naming a permission that is missing
  private static Permission key(Requires required, Access access) {
    List<Permission> asked = List.of(required.value());
    return switch (required.mode()) {
      case ANY ->
          asked.stream()
              .filter(access::may)
              .findFirst()
              .orElseThrow(() -> new Forbidden(asked.getFirst().value()));
      case ALL -> {
        asked.stream()
            .filter(permission -> !access.may(permission))
            .findFirst()
            .ifPresent(missing -> {
              throw new Forbidden(missing.value());
            });
        yield asked.getFirst();
      }
    };
  }

  /// Whether a path is answered in JSON and entered with a token.
  static boolean isApi(String path) {
    return path.startsWith("/api/");
  }

  private Optional<Access> byToken(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.empty();
    }
    return admissions.byToken(header.substring(BEARER.length()).strip()).map(this::counted);
  }

  /// Counts whatever a token is used for, refusals too.
  ///
  /// @throws TooFast if it is one request too many
  private Access counted(Admitted admitted) {
    caller.count(rates.count(admitted.access().org(), admitted.key()));
    caller
        .standing()
        .filter(Standing::exceeded)
        .ifPresent(standing -> {
          throw new TooFast(standing.allowed(), standing.resetSeconds());
        });
    return admitted.access();
  }

  private Optional<Access> bySession(ContainerRequestContext request) {
    Cookie cookie = request.getCookies().get(SignIn.COOKIE);
    return cookie == null ? Optional.empty() : admissions.bySession(cookie.getValue());
  }

  private static void refuse(ContainerRequestContext request, boolean isApi) {
    if (isApi) {
      throw request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
          ? Unauthenticated.noToken()
          : Unauthenticated.badToken();
    }
    URI asked = request.getUriInfo().getRequestUri();
    String next =
        asked.getRawQuery() == null
            ? asked.getRawPath()
            : asked.getRawPath() + "?" + asked.getRawQuery();
    boolean isFragment = request.getHeaderString("HX-Request") != null;
    String signIn = "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    request.abortWith(
        isFragment
            ? Response.status(Response.Status.UNAUTHORIZED)
                .header("HX-Redirect", "/sign-in")
                .build()
            : Response.seeOther(URI.create(signIn)).build());
  }
}
