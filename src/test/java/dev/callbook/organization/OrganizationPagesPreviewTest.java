package dev.callbook.organization;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.callbook.customfield.CustomFieldFacts;
import dev.callbook.customfield.CustomFieldForm;
import dev.callbook.externalsource.ExternalIdView;
import dev.callbook.testing.Browser;
import dev.callbook.testing.Look;
import dev.callbook.testing.Shells;
import dev.callbook.web.Choice;
import dev.callbook.web.Choices;
import dev.callbook.web.FilterMenu;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Link;
import dev.callbook.web.ListOrder;
import dev.callbook.web.PageShell;
import dev.callbook.web.Pager;
import dev.callbook.web.Panel;
import dev.callbook.web.Place;
import dev.callbook.web.Tab;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Looks at the pages of organizations with made-up companies; the pictures are in
/// `target/screenshots`.
@QuarkusTest
class OrganizationPagesPreviewTest {
  private static final PageShell SHELL = Shells.administrator(Place.CONTACTS);
  private static final Instant NOW = Instant.parse("2026-11-23T11:07:00Z");
  private static final OrganizationListView.May ALL =
      new OrganizationListView.May(true, true, true, true, true);

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void the_list_is_accessible(Look look) {
    var rows =
        List.of(
            row("Thornbury Dental Group", "Dental care", "+44 20 7946 0180", "Key accounts"),
            row("Lindenhof Apotheke", "Pharmacy", "+49 30 23125 400", "EMEA"),
            row("Potomac Freight Partners", "", "", "Americas"));
    var view = list(rows, new Pager("", null, "/organizations?after=3"));
    look(look, "organizations-list", OrganizationTemplates.list(SHELL, view));
  }

  @Test
  void an_empty_list_teaches_the_next_step() {
    var view = list(List.of(), new Pager("", null, null));
    look(Look.WIDE, "organizations-empty", OrganizationTemplates.list(SHELL, view));
  }

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void an_organization_is_accessible(Look look) {
    try (Browser browser = Browser.open(look, Locale.UK)) {
      String section = "<section class='card cb-sec'><header><h2>%s</h2></header></section>";
      browser.answer("/organizations/1/contacts/latest", section.formatted("Contacts"));
      browser.answer("/organizations/1/notes/latest", section.formatted("Notes"));
      Page page =
          browser.show("/organizations/1", OrganizationTemplates.show(SHELL, thornbury()).render());
      assertThat(page.locator("section[hx-get]")).hasCount(0);
      browser.screenshot(page, "organization");
      browser.assertAccessible(page);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"WIDE", "NARROW_DARK"})
  void the_form_shows_its_errors(Look look) {
    look(look, "organization-edit", OrganizationTemplates.edit(SHELL, form(null)));
  }

  @Test
  void the_division_of_an_existing_organization_is_fixed() {
    try (Browser browser = Browser.open()) {
      Page page =
          browser.show(
              "/organizations/1/edit", OrganizationTemplates.edit(SHELL, form("1")).render());
      assertThat(page.locator("#division")).hasCount(0);
      assertThat(page.getByText("Cannot be changed later.")).isVisible();
    }
  }

  @Test
  void an_organization_is_picked_while_its_name_is_typed() {
    try (Browser browser = Browser.open()) {
      var options =
          List.of(
              new OrganizationOption("7", "Lindenhof Apotheke", "EMEA"),
              new OrganizationOption("8", "Lindner & Söhne", "Home"));
      browser.answer("/organizations/pick?*", OrganizationTemplates.pick(options).render());
      Page page = browser.show("/preview/picker", PickerPreview.page(SHELL).render());
      Locator field = page.getByRole(com.microsoft.playwright.options.AriaRole.COMBOBOX);
      field.pressSequentially("lind");
      assertThat(page.getByText("Lindner & Söhne")).isVisible();
      browser.screenshot(page, "organization-picker");
      browser.assertAccessible(page);
      field.press("ArrowDown");
      field.press("ArrowDown");
      field.press("Enter");
      assertThat(field).hasValue("Lindner & Söhne");
      assertThat(page.locator("#organization")).hasValue("8");
      field.press("Backspace");
      assertThat(page.locator("#organization")).hasValue("");
    }
  }

  private static OrganizationListView list(List<OrganizationListView.Row> rows, Pager pager) {
    return new OrganizationListView(
        "",
        new Choices(divisions(""), "/organizations"),
        List.of(
            FilterMenu.of(
                "Industry",
                "/organizations",
                FilterMenu.Question.several(
                    "Industry", "industry", List.of(new Choice("Pharmacy", "Pharmacy", false))))),
        List.of(),
        Map.of(),
        "/organizations",
        false,
        ListOrder.of(false, "/organizations?sort=desc"),
        Stream.of(
                OrganizationColumn.INDUSTRY,
                OrganizationColumn.PHONE,
                OrganizationColumn.TAGS,
                OrganizationColumn.DIVISION,
                OrganizationColumn.CHANGED)
            .map(kind -> new OrganizationListView.Column(kind, kind.word(), kind.word()))
            .toList(),
        false,
        List.of(new Choice("industry", "Industry", true)),
        "/organizations",
        "/exports/new?kind=organizations",
        rows,
        pager,
        ALL);
  }

  private static OrganizationListView.Row row(
      String name, String industry, String phone, String division) {
    return new OrganizationListView.Row(
        name,
        name,
        null,
        phone,
        "example.org",
        industry,
        "480",
        "London, United Kingdom",
        List.of("renewal 2027"),
        List.of(),
        division,
        NOW,
        NOW,
        Map.of());
  }

  private static OrganizationView thornbury() {
    var header =
        new OrganizationHeader(
            "1",
            41,
            "Thornbury Dental Group",
            "Dental care",
            "480",
            new Link("thornburydental.example", "https://thornburydental.example"),
            "Key accounts",
            List.of("dental", "multi-site", "renewal 2027"),
            new Link("Salesforce", "https://crm.example/1"),
            Stream.of("Profile", "Contacts", "Notes", "History")
                .map(name -> new Tab(name, "/organizations/1", name.equals("Profile"), null))
                .toList(),
            true,
            true);
    return new OrganizationView(
        header,
        List.of(
            new OrganizationView.Fact("Main number", "+44 20 7946 0180"),
            new OrganizationView.Fact("Fax", "+44 20 7946 0188")),
        List.of(new Link("thornburydental.example", "https://thornburydental.example")),
        List.of("14 Hartwell Row", "London N1 4QX"),
        List.of(),
        List.of(new ExternalIdView("Salesforce", "001Ab00000Jx81QIAR", null)),
        List.of(new CustomFieldFacts.Fact("Tier", "Gold", null)),
        NOW.minusSeconds(40_000_000),
        NOW,
        List.of(
            new Panel("Contacts", "/organizations/1/contacts/latest", "/organizations/1/contacts")),
        List.of(new Panel("Notes", "/organizations/1/notes/latest", "/organizations/1/notes")));
  }

  private static OrganizationForm form(@Nullable String id) {
    return new OrganizationForm(
        id,
        id == null ? 0 : 41,
        "",
        "Dental care",
        "480",
        "+44 20 7946 0180",
        "",
        "thornburydental.example",
        "dental\nmulti-site",
        "14 Hartwell Row",
        "",
        "N1 4QX",
        "London",
        "",
        List.of(new Choice("GB", "United Kingdom", true)),
        "",
        CustomFieldForm.NONE,
        id == null ? divisions("Key accounts") : List.of(),
        "Key accounts",
        true,
        new FormErrors(Map.of("name", "Enter a name, agents and searches use it.")),
        null);
  }

  private static List<Choice> divisions(String chosen) {
    return Stream.of("Home", "EMEA", "Americas", "Key accounts")
        .map(name -> new Choice(name, name, name.equals(chosen)))
        .toList();
  }

  private static void look(Look look, String name, TemplateInstance template) {
    try (Browser browser = Browser.open(look, Locale.UK)) {
      Page page = browser.show("/preview/" + name, template.render());
      browser.screenshot(page, name);
      browser.assertAccessible(page);
    }
  }
}
