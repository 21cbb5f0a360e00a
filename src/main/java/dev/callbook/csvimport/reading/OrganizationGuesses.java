package dev.callbook.csvimport.reading;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Guesses what the columns of a file of organizations are by their names: those of Salesforce's
/// accounts, HubSpot's companies, Zendesk's organizations and Genesys Cloud's external
/// organizations, and what people call them in English, German, Spanish and French.
public final class OrganizationGuesses {
  /// Of two columns that could be the same field, the one whose name stands earlier here wins.
  private static final String NAMES =
      """
      NAME: account name, company name, organization name, organisation name, external organization name, firmenname
      NAME: name der organisation, nombre de la cuenta, nombre de la empresa, nombre de la organización
      NAME: nom du compte, nom de l entreprise, nom de l organisation, raison sociale, company, organization
      NAME: organisation, firma, unternehmen, empresa, organización, entreprise, société, name, nombre, nom
      ID: external id, external ids, external ids value, externe id, id externo, id externe, identifiant externe
      ID: account id, company id, organization id, organisation id, record id company, record id, account number
      ID: account id 18, kundennummer, kunden nr, kundennr, número de cliente, código de cliente, numéro client
      ID: numéro de client, code client, customer number, customer id, crm id, uuid, guid, id
      TYPE: company type, account type, organization type, organisationstyp, firmentyp, unternehmenstyp, unternehmensart
      TYPE: tipo de empresa, tipo de cuenta, tipo de organización, type d entreprise, type de compte, rechtsform
      TYPE: forma jurídica, forme juridique, type, typ, tipo
      INDUSTRY: industry, branche, industria, sector, secteur, secteur d activité, wirtschaftszweig, rubro, gics industry
      PHONE: phone, phone number, phone number display, phone number e164, company phone, account phone, main phone
      PHONE: telephone, tel, telefon, telefonnummer, zentrale, teléfono, téléphone, numéro de téléphone, rufnummer
      FAX: fax, fax number, fax number display, account fax, company fax, faxnummer, telefax, télécopie, télécopieur
      WEBSITE: website, websites, web site, website url, company domain name, domain, domains, domain names, url, web
      WEBSITE: webseite, webseiten, homepage, internetseite, sitio web, página web, dominio, site web, site internet
      ADDRESS_1: billing street, billing address line 1, billing address, address address1, address1, address 1
      ADDRESS_1: street address, street, address line 1, address, straße und hausnummer, straße, anschrift, adresse
      ADDRESS_1: rechnungsstraße, dirección, calle, domicilio, calle de facturación, rue, rue de facturation
      ADDRESS_2: address address2, address2, address 2, street address 2, street 2, billing address line 2
      ADDRESS_2: address line 2, adresszusatz, dirección 2, complemento, complément d adresse, adresse 2
      CITY: billing city, address city, city, town, ort, stadt, rechnungsort, ciudad, población, localidad, ville
      CITY: ciudad de facturación, ville de facturation, commune
      STATE: billing state, billing state province, address state, state region, state province, state, province, region
      STATE: bundesland, kanton, provincia, estado, comunidad autónoma, région, département, canton
      POSTAL_CODE: billing zip postal code, billing postal code, billing zip, address postal code, postal code, zip
      POSTAL_CODE: zip code, zip postal code, postcode, postleitzahl, plz, código postal, code postal, cp
      COUNTRY_CODE: billing country code, billing country, address country code, country code, country region
      COUNTRY_CODE: country, address country, land, ländercode, país, código de país, pays, code pays
      EMPLOYEES: employee count, employees, number of employees, no of employees, headcount, mitarbeiter, mitarbeiterzahl
      EMPLOYEES: anzahl mitarbeiter, empleados, número de empleados, effectif, nombre d employés, effectifs
      REVENUE: revenue, annual revenue, turnover, umsatz, jahresumsatz, ingresos, ingresos anuales, facturación anual
      REVENUE: chiffre d affaires, chiffre d affaires annuel, revenu annuel
      TAGS: tags, tag, organization tags, schlagwörter, etiquetas, étiquettes, labels, schlagworte
      TICKER: tickers symbol, tickers 0 symbol, ticker symbol, ticker, stock symbol, börsenkürzel, símbolo bursátil
      TICKER: symbole boursier, code mnémonique
      EXCHANGE: tickers exchange, tickers 0 exchange, stock exchange, exchange, börse, börsenplatz, bolsa, place boursière
      X_HANDLE: twitter id screen name, twitter handle, x handle, twitter username, twitter, x
      URL: external system url, external system link, crm url, crm link, record url, account url, enlace externo
      URL: lien externe, link
      """;

  /// What only organizations have: several of them make a file one of organizations.
  private static final Set<ImportField> TELLING =
      EnumSet.of(
          ImportField.ORGANIZATION_TYPE,
          ImportField.ORGANIZATION_INDUSTRY,
          ImportField.ORGANIZATION_WEBSITE,
          ImportField.ORGANIZATION_EMPLOYEES,
          ImportField.ORGANIZATION_REVENUE,
          ImportField.ORGANIZATION_TICKER,
          ImportField.ORGANIZATION_FAX,
          ImportField.ORGANIZATION_TAGS);

  private record Match(ImportField field, int rank) {}

  private static final Map<String, Match> BY_PHRASE = read();

  private OrganizationGuesses() {}

  private static Map<String, Match> read() {
    AtomicInteger rank = new AtomicInteger();
    return NAMES
        .lines()
        .flatMap(line -> {
          String[] parts = line.split(":", 2);
          ImportField field = ImportField.valueOf("ORGANIZATION_" + parts[0]);
          return Arrays.stream(parts[1].split(","))
              .map(name ->
                  Map.entry(
                      HeaderText.of(name).phrase(), new Match(field, rank.getAndIncrement())));
        })
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
  }

  /// One field for each column, in their order; `IGNORE` where its name says nothing, or what
  /// another column says more surely.
  public static List<ImportField> of(List<String> header) {
    List<ImportField> guesses =
        new ArrayList<>(Collections.nCopies(header.size(), ImportField.IGNORE));
    Set<ImportField> taken = EnumSet.noneOf(ImportField.class);
    IntStream.range(0, header.size())
        .filter(i -> find(header.get(i)).isPresent())
        .boxed()
        .sorted(Comparator.comparingInt(i -> find(header.get(i)).orElseThrow().rank()))
        .forEach(i -> {
          ImportField field = find(header.get(i)).orElseThrow().field();
          if (taken.add(field) || field.repeats()) {
            guesses.set(i, field);
          }
        });
    return List.copyOf(guesses);
  }

  private static Optional<Match> find(String name) {
    HeaderText text = HeaderText.of(name);
    return Optional.ofNullable(BY_PHRASE.get(text.phrase()))
        .or(() -> Optional.ofNullable(BY_PHRASE.get(text.withoutNumbers().phrase())));
  }

  /// Whether the columns are those of organizations rather than of contacts.
  public static boolean areOrganizations(List<String> header) {
    List<ImportField> fields = of(header);
    return fields.contains(ImportField.ORGANIZATION_NAME)
        && fields.stream().filter(TELLING::contains).count() >= 2
        && header.stream().noneMatch(OrganizationGuesses::isOfPerson);
  }

  private static boolean isOfPerson(String name) {
    HeaderText text = HeaderText.of(name);
    boolean isName =
        FieldNames.find(text)
            .map(FieldNames.Match::field)
            .filter(EnumSet.of(ImportField.FIRST_NAME, ImportField.LAST_NAME)::contains)
            .isPresent();
    return (isName && find(name).isEmpty())
        || ContactWords.read(text)
            .filter(meaning -> meaning.kind() == ContactWords.Kind.EMAIL)
            .isPresent();
  }
}
