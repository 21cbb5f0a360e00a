package dev.callbook.contact;

import dev.callbook.change.Conflict;
import dev.callbook.contact.ContactForm.NumberCheck;
import dev.callbook.contact.ContactForm.NumberCheck.State;
import dev.callbook.customfield.CustomFieldFacts;
import dev.callbook.customfield.CustomFieldForm;
import dev.callbook.externalsource.ExternalIdView;
import dev.callbook.web.Choice;
import dev.callbook.web.Choices;
import dev.callbook.web.FilterMenu;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Link;
import dev.callbook.web.Pager;
import dev.callbook.web.Panel;
import dev.callbook.web.Tab;
import dev.callbook.web.Why;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// People who do not exist, as pages show them.
final class SampleContacts {
  private static final Instant NOW = Instant.parse("2026-11-23T11:07:00Z");
  private static final ContactListView.May ALL =
      new ContactListView.May(true, true, true, true, true, true, true);

  private SampleContacts() {}

  static ContactListView found() {
    return list(
        "lind",
        divisions("EMEA"),
        List.of(
            row(
                "Åsa",
                "Lind",
                "qvist",
                "Norrviken Bygg AB",
                "EMEA",
                "+46 8 465 004 31",
                "+46 70 174 06 12"),
            row("Per", "Lind", "gren-Okonjo", "Norrviken Bygg AB", "EMEA", "+46 8 465 004 38"),
            row(
                "Katharina",
                "",
                "Weiß",
                "Lindenhof Apotheke",
                "EMEA",
                "+49 30 23125 418",
                "+49 171 39200 14"),
            row(
                "Rosa",
                "lind",
                " Mwangi-Fairweather",
                "Cascadia Imaging",
                "Americas",
                "+1 202-555-0163"),
            row("Tomasz", "Lind", "ner", "", "Home", "+44 7700 900117")),
        new Pager("5 contacts match “lind”", null, "/contacts?q=lind&after=5"));
  }

  static ContactListView none(String query) {
    return list(
        query, divisions(query.isEmpty() ? "" : "EMEA"), List.of(), new Pager("", null, null));
  }

  static ContactHeader header(String tab) {
    return new ContactHeader(
        "1",
        19,
        "Priya Raghunathan",
        "Practice manager",
        new Link("Thornbury Dental Group", "/organizations/1"),
        "Key accounts",
        "",
        3,
        1,
        true,
        new Link("Salesforce", "https://crm.example/1"),
        Stream.of("Profile", "Interactions", "Notes", "History")
            .map(name ->
                new Tab(name, "/contacts/1", name.equals(tab), name.equals("Notes") ? "3" : null))
            .toList(),
        true,
        true,
        true);
  }

  static ContactView priya() {
    return new ContactView(
        header("Profile"),
        List.of(
            new ContactView.Phone(0, "Mobile", "+44 7700 900482", "GB", "", true),
            new ContactView.Phone(1, "Work", "+44 20 7946 0182", "GB", "214", false),
            new ContactView.Phone(2, "Assistant", "+44 20 7946 0190", "GB", "", false)),
        List.of(
            new ContactView.Email("Work", "priya.r@thornburydental.example"),
            new ContactView.Email("Personal", "p.raghunathan@post.example")),
        List.of(
            new ContactView.Handle("brand-whatsapp", "WhatsApp", "+44 7700 900482", null),
            new ContactView.Handle(
                "brand-instagram",
                "Instagram",
                "@thornbury.smiles",
                "https://instagram.example/t")),
        List.of("14 Hartwell Row, 2nd floor", "London N1 4QX", "United Kingdom"),
        List.of(
            new ExternalIdView(
                "Salesforce",
                "003Ab00000KqT7LIAV",
                "https://salesforce.example/003Ab00000KqT7LIAV"),
            new ExternalIdView("Billing", "CUST-441907", null)),
        List.of(
            new CustomFieldFacts.Fact("Tier", "Gold", null),
            new CustomFieldFacts.Fact("Card", "KX-7040", null)),
        NOW.minusSeconds(40_000_000),
        NOW,
        new ContactView.Merged(2, "/contacts/1/unmerge", true),
        List.of(new Panel("Notes", "/contacts/1/notes/latest", "/contacts/1/notes")));
  }

  static ContactForm wrongForm() {
    return form(null, null);
  }

  static ContactForm conflictingForm() {
    var differences =
        List.of(
            new Conflict.Difference("title", "Title", "Practice manager", "Operations manager"),
            new Conflict.Difference(
                "phones", "Work number", "+44 20 7946 0182", "+44 20 7946 0181"));
    return form("1", new Conflict("Linda Berg", NOW, differences));
  }

  private static ContactForm form(@Nullable String id, @Nullable Conflict conflict) {
    var errors = new LinkedHashMap<String, String>();
    errors.put("lastName", "Enter a last name, agents see it first.");
    errors.put("phone-2", "Too short for Spain: 9 digits follow +34, you typed 7.");
    return new ContactForm(
        id,
        id == null ? 0 : 19,
        id == null ? "" : "Tomás Herrera",
        "",
        "Tomás",
        "",
        "",
        "Dispatch coordinator",
        "7",
        "Potomac Freight Partners",
        List.of(
            phone(
                "0",
                "Work",
                "(202) 555-0147",
                "330",
                false,
                State.GOOD,
                "United States",
                "+12025550147",
                "Fixed line"),
            phone(
                "1",
                "Mobile",
                "+44 7700 900651",
                "",
                true,
                State.GOOD,
                "United Kingdom",
                "+447700900651",
                "Mobile"),
            phone("2", "Home", "+34 910 55 01", "", false, State.BAD, "", "", "")),
        labels("Work"),
        List.of(
            new ContactForm.EmailRow("0", labels("Work"), "tomas.herrera@potomacfreight.example")),
        labels("Work"),
        List.of(
            new ContactForm.HandleRow(
                "whatsApp", "brand-whatsapp", "WhatsApp", "Number", "+44 7700 900651"),
            new ContactForm.HandleRow("twitter", "brand-x", "X", "@name", "@tomas_dispatch"),
            new ContactForm.HandleRow("facebook", "brand-facebook", "Facebook", "Id", ""),
            new ContactForm.HandleRow("line", "brand-line", "LINE", "Id", ""),
            new ContactForm.HandleRow("instagram", "brand-instagram", "Instagram", "@name", ""),
            new ContactForm.HandleRow("apple", "brand-apple", "Apple", "Opaque id", "")),
        new ContactForm.AddressRows(
            "",
            "",
            "",
            "",
            "",
            List.of(
                new Choice("GB", "United Kingdom", false),
                new Choice("US", "United States", true))),
        "",
        false,
        CustomFieldForm.NONE,
        id == null ? divisions("Americas") : List.of(),
        "Americas",
        true,
        conflict == null ? new FormErrors(errors) : FormErrors.none(),
        conflict);
  }

  private static ContactForm.PhoneRow phone(
      String row,
      String label,
      String number,
      String extension,
      boolean sms,
      State state,
      String words,
      String e164,
      String kind) {
    return new ContactForm.PhoneRow(
        row, labels(label), number, extension, sms, new NumberCheck(state, words, e164, kind));
  }

  private static List<Choice> labels(String chosen) {
    return Stream.of("Work", "Mobile", "Home", "Other")
        .map(name -> new Choice(name, name, name.equals(chosen)))
        .toList();
  }

  private static List<Choice> divisions(String chosen) {
    return Stream.of("Home", "EMEA", "Americas", "Key accounts")
        .map(name -> new Choice(name, name, name.equals(chosen)))
        .toList();
  }

  private static ContactListView list(
      String query, List<Choice> divisions, List<ContactListView.Row> rows, Pager pager) {
    return new ContactListView(
        query,
        new Choices(divisions, "/contacts"),
        null,
        "/contacts",
        List.of(
            new FilterMenu(
                "filter-sms",
                "SMS",
                "",
                "/contacts",
                List.of(
                    FilterMenu.Question.one(
                        "SMS", "sms", List.of(new Choice("yes", "SMS on", false)))))),
        List.of(),
        divisions.stream().anyMatch(Choice::chosen) ? Map.of("division", List.of("1")) : Map.of(),
        "/contacts?q=" + query,
        false,
        null,
        List.of(
            new ContactListView.Column(ContactColumn.ORGANIZATION, "organization", "Organization"),
            new ContactListView.Column(ContactColumn.PHONES, "phones", "Phones"),
            new ContactListView.Column(ContactColumn.DIVISION, "division", "Division"),
            new ContactListView.Column(ContactColumn.CHANGED, "changed", "Changed")),
        false,
        List.of(new Choice("phones", "Phones", true)),
        "/contacts",
        rows,
        pager,
        ALL);
  }

  private static ContactListView.Row row(
      String first,
      String marked,
      String last,
      String organization,
      String division,
      String... numbers) {
    boolean byName = !marked.isEmpty();
    boolean oneWord = marked.equals("lind");
    String name = first + (oneWord ? "" : " ") + marked + last;
    Why why =
        byName
            ? new Why("user", "Name", first + (oneWord ? "" : " "), marked, last)
            : new Why("building", "Organization", "", "Lind", "enhof Apotheke");
    return new ContactListView.Row(
        name,
        name,
        why,
        organization.isEmpty() ? null : new Link(organization, "/organizations/1"),
        Stream.of(numbers)
            .map(number ->
                new ContactListView.RowPhone(
                    number, number.startsWith("+46 70") || number.startsWith("+44")))
            .toList(),
        numbers.length == 2 && first.equals("Åsa") ? 1 : 0,
        "",
        division,
        "Curated",
        "",
        NOW.minusSeconds(name.length() * 40_000L),
        NOW,
        "",
        Map.of());
  }
}
