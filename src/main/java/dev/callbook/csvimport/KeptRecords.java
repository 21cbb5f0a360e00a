package dev.callbook.csvimport;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactId;
import dev.callbook.contact.Contacts;
import dev.callbook.directory.HarmlessText;
import dev.callbook.organization.Organization;
import dev.callbook.organization.OrganizationId;
import dev.callbook.organization.Organizations;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The records that an undo leaves otherwise than they were before the import, with their names.
@ApplicationScoped
class KeptRecords {
  private static final int PAGE = 500;

  private final ImportUndos undos;
  private final Contacts contacts;
  private final Organizations organizations;

  KeptRecords(ImportUndos undos, Contacts contacts, Organizations organizations) {
    this.undos = undos;
    this.contacts = contacts;
    this.organizations = organizations;
  }

  /// What the reader may see besides the import.
  ///
  /// @param contacts empty for whoever may see no contacts, as `organizations`
  record Sight(Optional<Scope> contacts, Optional<Scope> organizations) {}

  /// The names of those that are there and that the reader may see, by id.
  Map<UUID, String> names(Sight sight, List<UndoItem> items) {
    Map<UUID, String> names = new HashMap<>();
    sight
        .contacts()
        .ifPresent(scope ->
            contacts
                .find(
                    scope,
                    items.stream()
                        .filter(i -> !i.isOrganization())
                        .map(i -> new ContactId(i.id()))
                        .toList())
                .forEach((id, contact) -> names.put(id.value(), nameOf(contact))));
    sight
        .organizations()
        .ifPresent(scope ->
            organizations
                .find(
                    scope,
                    items.stream()
                        .filter(UndoItem::isOrganization)
                        .map(i -> new OrganizationId(i.id()))
                        .toList())
                .forEach((id, organization) -> names.put(id.value(), nameOf(organization))));
    return names;
  }

  private static String nameOf(Contact contact) {
    return contact.details().fullName();
  }

  private static String nameOf(Organization organization) {
    return organization.details().name();
  }

  /// Writes all of them as CSV, holding a page at a time.
  void write(Scope scope, Sight sight, UUID importId, OutputStream out) throws IOException {
    try (Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      // Spreadsheet programs take a file for UTF-8 by its mark only.
      text.write('\uFEFF');
      CsvWriter csv = CsvWriter.builder().build(text);
      csv.writeRecord("Record", "Id", "Name", "Outcome", "Reason", "Fields that stay");
      for (List<UndoItem> page = undos.kept(scope, importId, null, PAGE);
          !page.isEmpty();
          page = undos.kept(scope, importId, page.getLast().id(), PAGE)) {
        Map<UUID, String> names = names(sight, page);
        page.forEach(item ->
            csv.writeRecord(
                Stream.of(
                        item.isOrganization() ? "organization" : "contact",
                        item.id().toString(),
                        HarmlessText.of(names.getOrDefault(item.id(), "")),
                        item.outcome().word(),
                        item.reason().word(),
                        String.join(" ", item.fields()))
                    .toList()));
      }
      csv.flush();
    }
  }
}
