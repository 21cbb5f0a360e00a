package dev.callbook.contact;

import dev.callbook.customfield.CustomFieldPost;
import dev.callbook.web.FormErrors;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.Words;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Problem;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was refused, at the form's fields and in the viewer's language.
@ApplicationScoped
class FieldErrors {
  private static final Pattern ROW = Pattern.compile("(phoneNumbers|emailAddresses)\\[(\\d+)].*");

  private final RefusalWords refusals;
  private final Words words;

  FieldErrors(RefusalWords refusals, Words words) {
    this.refusals = refusals;
    this.words = words;
  }

  FormErrors of(Posted posted, Invalid refusal) {
    Map<String, String> errors = missingNames(posted);
    Map<String, String> custom = new LinkedHashMap<>();
    for (FieldError error : refusal.errors()) {
      CustomFieldPost.inputOf(error.field())
          .ifPresentOrElse(
              input -> custom.putIfAbsent(input, sentence(error)),
              () -> errors.putIfAbsent(idOf(posted, error.field()), sentence(error)));
    }
    errors.putAll(custom);
    return new FormErrors(errors);
  }

  /// Values are read before names are asked for; a form says both at once.
  private Map<String, String> missingNames(Posted posted) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (String field : List.of("firstName", "lastName")) {
      if (posted.text(field).isBlank()) {
        errors.put(field, sentence(new FieldError(field, "required", "")));
      }
    }
    return errors;
  }

  private String sentence(FieldError error) {
    ContactMessages say = words.of(ContactMessages.class);
    return switch (error.problem()) {
      case Problem.Missing _ when error.field().equals("firstName") -> say.firstNameNeeded();
      case Problem.Missing _ when error.field().equals("lastName") -> say.lastNameNeeded();
      default -> refusals.of(error);
    };
  }

  private static String idOf(Posted posted, String field) {
    Matcher row = ROW.matcher(field);
    if (row.matches()) {
      int index = Integer.parseInt(row.group(2));
      return row.group(1).equals("phoneNumbers")
          ? "phone-" + posted.typedPhones().get(index).row()
          : "email-" + posted.typedEmails().get(index).row();
    }
    String[] parts = field.split("[.\\[]", 3);
    return switch (parts[0]) {
      case "address" -> parts.length > 1 ? parts[1] : "address1";
      case "externalOrganization" -> "organizationName";
      case "twitterId" -> "twitter";
      case "lineId" -> "line";
      case "facebookId" -> "facebook";
      case "instagramId" -> "instagram";
      case "whatsAppId" -> "whatsApp";
      case "appleOpaqueIds" -> "apple";
      default -> parts[0];
    };
  }
}
