package dev.callbook.workspace;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;

/// Words that the workspace makes out of plain values.
@TemplateExtension
final class LabelMessages {
  private LabelMessages() {}

  /// A number's or an address' label in the page's language; labels of the owner's own stay.
  static String labelled(String label, @TemplateAttribute("locale") Object locale) {
    Locale language =
        locale instanceof Locale known ? known : Locale.forLanguageTag(locale.toString());
    WorkspaceMessages words =
        MessageBundles.get(
            WorkspaceMessages.class,
            io.quarkus.qute.i18n.Localized.Literal.of(language.toLanguageTag()));
    return switch (label) {
      case "work" -> words.workLabel();
      case "cell" -> words.cellLabel();
      case "home" -> words.homeLabel();
      case "other", "personal" -> words.otherLabel();
      default -> label;
    };
  }
}
