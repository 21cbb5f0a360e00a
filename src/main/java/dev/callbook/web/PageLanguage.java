package dev.callbook.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Chooses the language of every page: the one picked on the sign-in page or in the user menu, else
/// the first of the browser's that Callbook speaks, else English. Templates rendered outside a
/// request are English unless their `locale` attribute is set.
@ApplicationScoped
class PageLanguage {
  /// The languages of the message files.
  static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

  static final String COOKIE = "language";

  private final CurrentVertxRequest current;

  PageLanguage(CurrentVertxRequest current) {
    this.current = current;
  }

  void install(@Observes EngineBuilder engine) {
    engine.addTemplateInstanceInitializer(
        template -> template.setAttribute(MessageBundles.ATTRIBUTE_LOCALE, language()));
  }

  /// The language of the page being made; English outside a request.
  Locale language() {
    RoutingContext request =
        Arc.container().requestContext().isActive() ? current.getCurrent() : null;
    return request == null ? Locale.ENGLISH : language(request);
  }

  private static Locale language(RoutingContext request) {
    Cookie picked = request.request().getCookie(COOKIE);
    return picked == null
        ? preferred(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE))
        : preferred(picked.getValue());
  }

  /// @param ranges a list of languages as in the header `Accept-Language` (RFC 9110, section
  ///   12.5.4)
  static Locale preferred(@Nullable String ranges) {
    if (ranges == null || ranges.isBlank()) {
      return Locale.ENGLISH;
    }
    try {
      Locale match = Locale.lookup(Locale.LanguageRange.parse(ranges), SPOKEN);
      return match == null ? Locale.ENGLISH : match;
    } catch (IllegalArgumentException malformed) {
      // A browser that sends nonsense still gets its page.
      return Locale.ENGLISH;
    }
  }
}
