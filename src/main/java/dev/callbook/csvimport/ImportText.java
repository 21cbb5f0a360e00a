package dev.callbook.csvimport;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.text.NumberFormat;
import java.util.Locale;

/// Words that the templates of imports make out of plain values.
@TemplateExtension
final class ImportText {
  private ImportText() {}

  /// A number with its thousands apart, as the viewer's language writes it.
  static String grouped(long number, @TemplateAttribute("locale") Object locale) {
    Locale language =
        locale instanceof Locale known ? known : Locale.forLanguageTag(locale.toString());
    return NumberFormat.getIntegerInstance(language).format(number);
  }
}
