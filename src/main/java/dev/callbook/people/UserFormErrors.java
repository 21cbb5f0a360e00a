package dev.callbook.people;

import dev.callbook.web.FormErrors;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.Words;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is wrong with a form about a user, in the viewer's language.
@ApplicationScoped
class UserFormErrors {
  private final RefusalWords refusals;
  private final Words words;

  UserFormErrors(RefusalWords refusals, Words words) {
    this.refusals = refusals;
    this.words = words;
  }

  FormErrors of(Invalid refused) {
    PeopleMessages say = words.of(PeopleMessages.class);
    Map<String, String> errors = new LinkedHashMap<>();
    for (FieldError error : refused.errors()) {
      errors.put(
          error.field(),
          switch (error.field()) {
            case "name" -> say.nameNeeded();
            case "email" -> say.emailNeeded();
            case "password" -> say.passwordNeeded();
            default -> refusals.of(error);
          });
    }
    return new FormErrors(errors);
  }
}
