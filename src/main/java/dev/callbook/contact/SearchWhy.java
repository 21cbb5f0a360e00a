package dev.callbook.contact;

import dev.callbook.platform.Folding;
import dev.callbook.web.Why;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// Says on the page why the search found a contact, with the matching letters marked.
@ApplicationScoped
class SearchWhy {
  private final Words words;

  SearchWhy(Words words) {
    this.words = words;
  }

  /// @param name the contact's, as shown
  /// @param typed what stands in the search box
  Why of(SearchHit hit, String name, String typed) {
    ContactMessages say = words.of(ContactMessages.class);
    return switch (hit.reason()) {
      case NAME, NAME_BEGINNING -> marked("user", say.whyName(), whole(hit, name), typed);
      case SIMILAR_NAME -> new Why("user", say.whySimilar(), hit.matched(), "", "");
      case ORGANIZATION -> marked("building", say.whyOrganization(), hit.matched(), typed);
      case EMAIL -> marked("mail", say.whyEmail(), hit.matched(), typed);
      case HANDLE -> marked("at", say.whyHandle(), hit.matched(), typed);
      case EXTERNAL_ID -> marked("key", say.whyExternalId(), hit.matched(), typed);
      case CUSTOM_FIELD -> marked("tag", say.whyCustomField(), hit.matched(), typed);
      case NUMBER, NUMBER_BEGINNING, NUMBER_END, NUMBER_PART ->
          digits(say.whyNumber(), hit.matched(), typed);
    };
  }

  /// The whole name, unless the matching word is one that is not shown, such as a middle name.
  private static String whole(SearchHit hit, String name) {
    return foldedInPlace(name).contains(foldedInPlace(hit.matched())) ? name : hit.matched();
  }

  /// What was typed, or else the first typed word, as the text holds it, whatever its case and
  /// accents.
  private static Why marked(String icon, String label, String text, String typed) {
    String folded = foldedInPlace(text);
    List<String> wanted = new ArrayList<>(List.of(foldedInPlace(typed.strip())));
    wanted.addAll(Folding.words(typed));
    for (String word : wanted) {
      int at = folded.indexOf(word);
      if (at >= 0) {
        int end = Math.min(text.length(), at + word.length());
        return new Why(
            icon, label, text.substring(0, at), text.substring(at, end), text.substring(end));
      }
    }
    return new Why(icon, label, text, "", "");
  }

  /// Folded character by character, so that places stay the same.
  private static String foldedInPlace(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      String one = Folding.key(text.substring(i, i + 1));
      folded.append(
          one.length() == 1 ? one : text.substring(i, i + 1).toLowerCase(java.util.Locale.ROOT));
    }
    return folded.toString();
  }

  /// The digits typed, within a number that is spelled with blanks.
  private static Why digits(String label, String number, String typed) {
    String wanted = typed.replaceAll("\\D", "");
    for (int start = number.length() - 1; start >= 0 && !wanted.isEmpty(); start--) {
      int end = matchEnd(number, start, wanted);
      if (end > 0) {
        return new Why(
            "phone",
            label,
            number.substring(0, start),
            number.substring(start, end),
            number.substring(end));
      }
    }
    return new Why("phone", label, number, "", "");
  }

  private static int matchEnd(String number, int start, String wanted) {
    if (!Character.isDigit(number.charAt(start))) {
      return -1;
    }
    int matched = 0;
    for (int i = start; i < number.length(); i++) {
      char c = number.charAt(i);
      if (Character.isDigit(c)) {
        if (c != wanted.charAt(matched)) {
          return -1;
        }
        matched++;
        if (matched == wanted.length()) {
          return i + 1;
        }
      }
    }
    return -1;
  }
}
