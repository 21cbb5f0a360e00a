package dev.callbook.web;

import dev.callbook.access.Division;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// A feature's words in the language of the page being made, for code that puts views together.
@ApplicationScoped
public class Words {
  private final PageLanguage language;

  Words(PageLanguage language) {
    this.language = language;
  }

  /// @param bundle an interface with `@MessageBundle`
  public <T> T of(Class<T> bundle) {
    Locale locale = language.language();
    return locale.equals(Locale.ENGLISH)
        ? MessageBundles.get(bundle)
        : MessageBundles.get(bundle, Localized.Literal.of(locale.toLanguageTag()));
  }

  /// A division's name; in words for the starred one, whose records belong to all.
  public String nameOf(Division division) {
    return division.kind() == Division.Kind.STARRED
        ? of(WebMessages.class).allDivisions()
        : division.name();
  }

  /// The page's language.
  public Locale locale() {
    return language.language();
  }
}
