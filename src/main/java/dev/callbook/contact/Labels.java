package dev.callbook.contact;

import dev.callbook.web.Choice;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/// What the labels of numbers and addresses are called on pages.
@ApplicationScoped
public class Labels {
  private static final List<String> PHONES = List.of("work", "cell", "home", "other");
  private static final List<String> EMAILS = List.of("work", "personal", "other");

  private final Words words;

  Labels(Words words) {
    this.words = words;
  }

  /// In the viewer's language; a word of one's own stays as it is.
  public String name(String label) {
    ContactMessages say = words.of(ContactMessages.class);
    return switch (label) {
      case "work" -> say.labelWork();
      case "cell" -> say.labelCell();
      case "home" -> say.labelHome();
      case "personal" -> say.labelPersonal();
      case "other" -> say.labelOther();
      default -> label;
    };
  }

  List<Choice> ofPhones(String chosen) {
    return choices(PHONES, chosen);
  }

  List<Choice> ofEmails(String chosen) {
    return choices(EMAILS, chosen);
  }

  private List<Choice> choices(List<String> known, String chosen) {
    return Stream.concat(known.stream(), Stream.of(chosen))
        .distinct()
        .map(label -> new Choice(label, name(label), label.equals(chosen)))
        .toList();
  }
}
