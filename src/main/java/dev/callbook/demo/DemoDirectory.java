package dev.callbook.demo;

import dev.callbook.access.Division;
import dev.callbook.access.Scope;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactLoad;
import dev.callbook.demo.People.Employer;
import dev.callbook.directory.PhoneReader;
import dev.callbook.externalsource.ExternalSources;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationDraft;
import dev.callbook.organization.Organizations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/// Fills the directory of the demo's company, set by set, through the doors that imports use.
@ApplicationScoped
class DemoDirectory {
  private final Organizations organizations;
  private final ContactLoad contacts;
  private final ExternalSources sources;
  private final PhoneReader phones;

  DemoDirectory(
      Organizations organizations,
      ContactLoad contacts,
      ExternalSources sources,
      PhoneReader phones) {
    this.organizations = organizations;
    this.contacts = contacts;
    this.sources = sources;
    this.phones = phones;
  }

  void fill(Scope scope) {
    List<Country> countries = Country.all();
    FreeNumbers numbers = new FreeNumbers();
    List<Household> households = Household.all(countries, numbers);
    List<Employer> employers = employers(scope, new Firms(countries, numbers, phones).all());
    UUID source = sources.named(scope, "CRM");
    List<ContactDetails> people =
        new People(countries, numbers, phones, employers, source).all(households);
    int atHome = households.stream().mapToInt(Household::members).sum();
    byDivision(scope, people, atHome)
        .forEach((division, members) -> contacts.add(scope, division, members));
  }

  /// Companies belong to no division, so that whoever sees a person sees their company.
  private List<Employer> employers(Scope scope, List<Firm> firms) {
    List<Organization> added =
        organizations.add(
            scope,
            firms.stream()
                .map(firm -> new OrganizationDraft(Optional.empty(), firm.details()))
                .toList());
    List<Employer> employers = new ArrayList<>(firms.size());
    for (int i = 0; i < firms.size(); i++) {
      employers.add(new Employer(firms.get(i), added.get(i).id().value()));
    }
    return employers;
  }

  /// @param atHome how many of the first belong to households, which the agent must see whole
  private static Map<Division, List<ContactDetails>> byDivision(
      Scope scope, List<ContactDetails> people, int atHome) {
    Map<Division, List<ContactDetails>> byDivision = new LinkedHashMap<>();
    for (int index = 0; index < people.size(); index++) {
      String name = index < atHome ? Staff.SERVICE : divisionOf(index);
      Division division =
          scope.divisions().stream()
              .filter(one -> one.name().equals(name))
              .findFirst()
              .orElseThrow();
      byDivision.computeIfAbsent(division, _ -> new ArrayList<>()).add(people.get(index));
    }
    return byDivision;
  }

  private static String divisionOf(int index) {
    SplittableRandom dice = Dice.of("division", index);
    int roll = dice.nextInt(100);
    return roll < 45 ? Staff.SERVICE : roll < 75 ? Staff.SALES : roll < 95 ? Staff.BILLING : "Home";
  }
}
