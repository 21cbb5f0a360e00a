package dev.callbook.people;

import dev.callbook.web.FormErrors;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.Words;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is wrong with a form about an OAuth client, in the viewer's language.
@ApplicationScoped
class ClientFormErrors {
  private final RefusalWords refusals;
  private final Words words;

  ClientFormErrors(RefusalWords refusals, Words words) {
    this.refusals = refusals;
    this.words = words;
  }

  FormErrors of(Invalid refused) {
    PeopleMessages say = words.of(PeopleMessages.class);
    Map<String, String> errors = new LinkedHashMap<>();
    for (FieldError error : refused.errors()) {
      if (error.field().startsWith("registeredRedirectUri")) {
        errors.put("addresses", say.addressNeeded());
      } else {
        switch (error.field()) {
          case "name" -> errors.put("name", say.nameNeeded());
          case "scope" -> errors.put("scope", say.scopeNeeded());
          case "accessTokenValiditySeconds" -> errors.put("minutes", say.minutesNeeded());
          default -> errors.put(error.field(), refusals.of(error));
        }
      }
    }
    return new FormErrors(errors);
  }
}
