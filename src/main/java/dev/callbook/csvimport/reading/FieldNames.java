package dev.callbook.csvimport.reading;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The names under which exports and people know each field, in English, German, Spanish and
/// French. Phones and e-mails, whose names are put together from words, are [ContactWords]' matter.
final class FieldNames {
  /// Of two columns that could be the same field, the one whose name stands earlier here wins.
  private static final String NAMES =
      """
      EXTERNAL_ID: external id, external ids, external ids value, external identifier, externe id, id externo
      EXTERNAL_ID: id externe, identifiant externe, contact id, record id contact, record id, kontakt id
      EXTERNAL_ID: id de contacto, customer id, customer number, customer no, client id, kundennummer, kunden nr
      EXTERNAL_ID: kundennr, kunden id, id de cliente, id cliente, número de cliente, código de cliente, numéro client
      EXTERNAL_ID: numéro de client, code client, id client, crm id, contact number, uuid, guid, identifiant, id
      FIRST_NAME: first name, firstname, given name, forename, vorname, nombre de pila, primer nombre, prénom, nombre
      MIDDLE_NAME: middle name, middlename, middle initial, additional name, second name, zweiter vorname
      MIDDLE_NAME: segundo nombre, deuxième prénom, autres prénoms
      LAST_NAME: last name, lastname, surname, family name, nachname, familienname, zuname, apellidos, apellido
      LAST_NAME: primer apellido, nom de famille, nom
      FULL_NAME: full name, fullname, vollständiger name, nombre completo, nombre y apellidos, nom complet
      FULL_NAME: nom et prénom, vor und nachname, display name, contact name, kontaktname, name, ansprechpartner
      FULL_NAME: file as, contact, kontakt, contacto
      SALUTATION: salutation, name prefix, honorific prefix, honorific, courtesy title, anrede, tratamiento, civilité
      SALUTATION: saludo, prefix
      TITLE: job title, jobtitle, organization title, berufsbezeichnung, stellenbezeichnung, intitulé du poste, cargo
      TITLE: puesto, fonction, funktion, position, poste, occupation, title, titel, título, titre
      ORGANIZATION_NAME: organization name, organisation name, external organization name, external organization
      ORGANIZATION_NAME: company name, company, account name, organization, organisation, employer, business name
      ORGANIZATION_NAME: associated company, primary associated company, firmenname, firma, unternehmen
      ORGANIZATION_NAME: nombre de la empresa, empresa, compañía, organización, nombre de la cuenta, cuenta
      ORGANIZATION_NAME: nom de l entreprise, entreprise, société, raison sociale, organisme, account
      ADDRESS_1: address1, address 1, address address1, address line 1, street address, street, mailing street
      ADDRESS_1: business street, business address street, work address street, address street, address, home street
      ADDRESS_1: home address street, other street, straße und hausnummer, straße, strasse, anschrift, adresszeile 1
      ADDRESS_1: adresse 1, adresse, dirección, calle, domicilio, rue, voie, ligne d adresse 1
      ADDRESS_2: address2, address 2, address address2, address line 2, street 2, street address 2, mailing street 2
      ADDRESS_2: business street 2, address extended address, apartment, suite, adresszusatz, adresszeile 2
      ADDRESS_2: adresse 2, dirección 2, complément d adresse, complemento
      CITY: city, address city, mailing city, business city, work city, town, locality, home city, other city, stadt
      CITY: ort, wohnort, ciudad, población, localidad, municipio, ville, commune
      STATE: state, address state, state province, state region, mailing state, mailing state province
      STATE: business state, province, address region, region, county, home state, other state, bundesland, kanton
      STATE: provincia, estado, comunidad autónoma, département, canton, région
      POSTAL_CODE: postal code, address postal code, zip code, zipcode, zip, postcode, zip postal code
      POSTAL_CODE: mailing postal code, mailing zip postal code, business postal code, home postal code
      POSTAL_CODE: postleitzahl, plz, código postal, code postal, cp
      COUNTRY_CODE: country code, address country code, iso country code, ländercode, código de país, code pays
      COUNTRY_CODE: country, address country, country region, mailing country, mailing country code, business country
      COUNTRY_CODE: business country region, home country, home country region, country name, land, país, pays
      WHATSAPP: whatsapp, whatsapp id phone number display, whatsapp id phone number, whatsapp id, whatsapp number
      WHATSAPP: whatsapp phone, whatsapp phone number, whatsapp nummer, número de whatsapp, numéro whatsapp
      X_HANDLE: twitter id screen name, twitter screen name, twitter handle, x handle, twitter username, x username
      X_HANDLE: twitter, twitter id, usuario de twitter, compte twitter, x
      FACEBOOK: facebook id ids, facebook id, facebook, facebook username, facebook profile, facebook url
      LINE: line id ids, line id, line user id, line
      INSTAGRAM: instagram id handle, instagram handle, instagram username, instagram id, instagram
      SURVEY_OPT_OUT: survey opt out, survey optout, opt out of surveys, do not survey, no surveys
      SURVEY_OPT_OUT: exclude from surveys, keine umfragen, umfrage opt out, no encuestar, no enviar encuestas
      SURVEY_OPT_OUT: exclusión de encuestas, pas d enquêtes, refus d enquête, ne pas envoyer d enquêtes
      EXTERNAL_SYSTEM_URL: external system url, external system link, external url, external link, crm url, crm link
      EXTERNAL_SYSTEM_URL: record url, record link, contact url, profile url, lien externe, enlace externo, url, link
      EXTERNAL_SYSTEM_URL: lien, enlace
      DIVISION: division, division name, division id, división, geschäftsbereich
      """;

  /// A field that a name stands for.
  ///
  /// @param rank the lower, the surer
  record Match(ImportField field, int rank) {}

  private static final Map<String, Match> BY_PHRASE = read();
  private static final Map<String, Match> RUN_TOGETHER =
      BY_PHRASE.entrySet().stream()
          .filter(name -> name.getKey().indexOf(' ') > 0)
          .collect(
              toMap(
                  name -> name.getKey().replace(" ", ""), Map.Entry::getValue, FieldNames::surer));
  private static final int GUESSED = 10_000;
  private static final String CONTACT = "contact ";

  private FieldNames() {}

  private static Match surer(Match a, Match b) {
    return a.rank() < b.rank() ? a : b;
  }

  private static Map<String, Match> read() {
    AtomicInteger rank = new AtomicInteger();
    return NAMES
        .lines()
        .flatMap(line -> {
          String[] parts = line.split(":", 2);
          ImportField field = ImportField.valueOf(parts[0]);
          return Arrays.stream(parts[1].split(","))
              .map(name ->
                  Map.entry(
                      HeaderText.of(name).phrase(), new Match(field, rank.getAndIncrement())));
        })
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
  }

  /// The field of that name; with numbers in the name, as in `Address 1 - City`, the one without
  /// them. `Contact City` is a city, `MAILINGCITY` a mailing city.
  static Optional<Match> find(HeaderText header) {
    Match exact = BY_PHRASE.get(header.phrase());
    if (exact != null) {
      return Optional.of(exact);
    }
    return Optional.ofNullable(BY_PHRASE.get(header.withoutNumbers().phrase()))
        .or(() -> Optional.ofNullable(BY_PHRASE.get(ofContact(header))))
        .or(() -> Optional.ofNullable(RUN_TOGETHER.get(header.phrase())))
        .map(match -> new Match(match.field(), match.rank() + GUESSED));
  }

  private static String ofContact(HeaderText header) {
    return header.phrase().startsWith(CONTACT) ? header.phrase().substring(CONTACT.length()) : "";
  }
}
