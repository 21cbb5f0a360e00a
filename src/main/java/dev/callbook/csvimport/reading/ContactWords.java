package dev.callbook.csvimport.reading;

import dev.callbook.csvimport.reading.ImportField.Label;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Understands the names of phone and e-mail columns by their words: `Tel. (geschäftlich)`, `E-mail
/// 2 Address`, `workPhone.acceptsSMS`. Every word has to be known, because one word can turn the
/// sense around.
final class ContactWords {
  /// What a column of that name holds.
  enum Kind {
    PHONE,
    EXTENSION,
    SMS_PERMISSION,
    EMAIL,
    /// Something about phones, e-mails or permissions that is no field of a contact: `Fax`, `Email
    /// Opt Out`, `Phone 1 - Label`.
    NONE_OF_OURS
  }

  /// What a name means.
  ///
  /// @param label empty if the name does not say whose it is
  record Meaning(Kind kind, Optional<Label> label) {}

  private static final Set<String> PHONE =
      words(
          """
          phone telephone tel telefon telefono telefone fon fono e164 phonenumber telefonnummer telefonnr rufnummer
          festnetz festnetznummer landline fijo fixe
          """);
  private static final Set<String> CELL =
      words(
          """
          mobile cell cellular cellphone mobilephone mobil mobiltelefon mobilnummer mobilfunk mobilfunknummer
          handy handynummer movil celular portable gsm smartphone iphone natel
          """);
  private static final Set<String> EMAIL =
      words("email emails mail emailaddress emailadresse mailadresse correo courriel");
  private static final Set<String> EXTENSION =
      words("ext extn extension durchwahl nebenstelle poste interno anexo");
  private static final Set<String> WORK =
      words(
          """
          work business office geschaftlich geschaeftlich geschaft geschaeft dienstlich arbeit buro buero trabajo
          oficina profesional laboral travail bureau professionnel professionnelle pro
          """);
  private static final Set<String> HOME =
      words(
          "home private privat personal casa particular domicile maison prive privee perso personnel personnelle");
  private static final Set<String> OTHER =
      words(
          """
          other alternate alternative alternativ secondary second additional weitere andere sonstige otro otra
          autre secondaire
          """);
  private static final Set<String> FILLING =
      words(
          """
          number no nr num nummer numero address adresse direccion value display primary main haupt principal default
          direct direkt contact kontakt contacto de del la el le l d electronico electronique
          """);
  private static final Set<String> OTHER_SENSE =
      words(
          """
          fax telefax telecopie telecopieur assistant assistants manager spouse emergency notfall partner pager telex tty tdd isdn car radio
          callback company referred referrer opt optout optin out consent unsubscribed bounced bounce status date
          time timestamp label type domain verified valid count last created modified updated owner not dont call
          calls sms carrier provider input normalization country region account organization organisation website web
          webpage homepage webseite photo picture shared
          """);
  private static final Set<String> PERMISSION =
      words(
          """
          accepts accept acceptssms allow allows allowed permission permitted consent optin enabled agreed erlaubt
          erlaubnis einwilligung zustimmung permite permiso acepta consentimiento autorise autorisation accepte
          consentement
          """);
  private static final Set<String> AGAINST =
      words(
          """
          out optout not no dont stop never kein keine nicht sin ne pas refuse refus declined blocked
          unsubscribed date time timestamp source status
          """);

  private ContactWords() {}

  /// Empty if the name says nothing about phones, e-mails or permissions.
  static Optional<Meaning> read(HeaderText header) {
    HeaderText words = apart(header.withoutNumbers());
    if (words.words().contains("sms") || words.words().contains("acceptssms")) {
      return Optional.of(new Meaning(sms(words), label(words)));
    }
    if (words.hasAny(OTHER_SENSE)) {
      return Optional.of(new Meaning(Kind.NONE_OF_OURS, Optional.empty()));
    }
    return words.words().stream().allMatch(ContactWords::isKnown)
        ? kind(words).map(kind -> new Meaning(kind, label(words)))
        : Optional.empty();
  }

  /// The label that one word or a few name, such as the `Mobile` beside a number in Google's
  /// exports.
  static Optional<Label> label(HeaderText words) {
    if (words.hasAny(CELL)) {
      return Optional.of(Label.CELL);
    }
    if (words.hasAny(WORK)) {
      return Optional.of(Label.WORK);
    }
    if (words.hasAny(HOME)) {
      return Optional.of(Label.HOME);
    }
    return words.hasAny(OTHER) ? Optional.of(Label.OTHER) : Optional.empty();
  }

  private static Kind sms(HeaderText words) {
    boolean optIn = words.phrase().contains("opt in") || words.hasAny(PERMISSION);
    return optIn && !words.hasAny(AGAINST) ? Kind.SMS_PERMISSION : Kind.NONE_OF_OURS;
  }

  private static Optional<Kind> kind(HeaderText words) {
    if (words.hasAny(EMAIL)) {
      return Optional.of(Kind.EMAIL);
    }
    if (words.hasAny(EXTENSION)) {
      return Optional.of(Kind.EXTENSION);
    }
    return words.hasAny(PHONE) || words.hasAny(CELL) ? Optional.of(Kind.PHONE) : Optional.empty();
  }

  /// Databases run words together: `HOMEPHONE`. One that is not known is taken apart where two
  /// known ones stand in it.
  private static HeaderText apart(HeaderText header) {
    if (header.words().stream().allMatch(word -> isKnown(word) || OTHER_SENSE.contains(word))) {
      return header;
    }
    List<String> words = header.words().stream().flatMap(ContactWords::parts).toList();
    return new HeaderText(String.join(" ", words), words);
  }

  private static Stream<String> parts(String word) {
    for (int i = 2; i < word.length() - 1 && !isKnown(word); i++) {
      String first = word.substring(0, i);
      String second = word.substring(i);
      boolean isNamed = PHONE.contains(second) || CELL.contains(second) || EMAIL.contains(second);
      if (isNamed && (isKnown(first) || OTHER_SENSE.contains(first))) {
        return Stream.of(first, second);
      }
    }
    return Stream.of(word);
  }

  private static boolean isKnown(String word) {
    return PHONE.contains(word)
        || CELL.contains(word)
        || EMAIL.contains(word)
        || EXTENSION.contains(word)
        || WORK.contains(word)
        || HOME.contains(word)
        || OTHER.contains(word)
        || FILLING.contains(word);
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
