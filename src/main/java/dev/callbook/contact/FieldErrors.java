package dev.callbook.contact;

import dev.callbook.web.FormErrors;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Refusal.Invalid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Brings the wire's names of refused fields to the ids of the form's fields.
final class FieldErrors {
  private static final Pattern ROW = Pattern.compile("(phoneNumbers|emailAddresses)\\[(\\d+)].*");

  private FieldErrors() {}

  static FormErrors of(Posted posted, Invalid refusal) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (FieldError error : refusal.errors()) {
      errors.putIfAbsent(idOf(posted, error.field()), error.message());
    }
    return new FormErrors(errors);
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
