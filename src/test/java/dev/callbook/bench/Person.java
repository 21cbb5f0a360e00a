package dev.callbook.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One generated person. Absent texts are empty.
record Person(
    String externalId,
    String firstName,
    String lastName,
    String title,
    String organization,
    @Nullable PhoneLine workPhone,
    @Nullable PhoneLine cellPhone,
    String workEmail,
    String personalEmail,
    String city,
    String country,
    String url,
    boolean surveyOptOut,
    String division) {

  /// A telephone number: as a person typed it, and what it is.
  record PhoneLine(String typed, int callingCode, String national) {
    String e164() {
      return "+" + callingCode + national;
    }
  }

  /// The cells of this person's line, in the order of [People#HEADER].
  List<String> cells() {
    return List.of(
        externalId,
        firstName,
        lastName,
        title,
        organization,
        workPhone == null ? "" : workPhone.typed(),
        cellPhone == null ? "" : cellPhone.typed(),
        workEmail,
        personalEmail,
        city,
        country,
        url,
        surveyOptOut ? "yes" : "",
        division);
  }
}
