package dev.callbook.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callbook.access.Division;
import dev.callbook.access.Scope;
import dev.callbook.contact.Contact;
import dev.callbook.contact.ContactDetails;
import dev.callbook.contact.ContactEdits;
import dev.callbook.contact.ContactJson;
import dev.callbook.contact.ContactReader;
import dev.callbook.contact.ContactWriter;
import dev.callbook.contact.Identifier;
import dev.callbook.contact.IdentifierReader;
import dev.callbook.directory.ExternalId;
import dev.callbook.directory.References.DivisionJson;
import dev.callbook.wire.PatchJson;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the enrichment of contacts, by the readers of single writes.
@ApplicationScoped
class ContactEnrichReader {
  static final String WITHIN = "contact.";

  private static final Set<String> FIELDS =
      Set.of(
          "firstName",
          "middleName",
          "lastName",
          "salutation",
          "title",
          "workPhone",
          "cellPhone",
          "homePhone",
          "otherPhone",
          "workEmail",
          "personalEmail",
          "otherEmail",
          "phoneNumbers",
          "emailAddresses",
          "address",
          "twitterId",
          "lineId",
          "whatsAppId",
          "facebookId",
          "instagramId",
          "appleOpaqueIds",
          "externalIds",
          "externalOrganization",
          "surveyOptOut",
          "externalSystemUrl",
          "schema",
          "customFields");
  private static final List<String> LISTS =
      List.of("phoneNumbers", "emailAddresses", "appleOpaqueIds", "externalIds");
  private static final int MAX_EXTERNAL_IDS = 10;

  private final ContactReader contacts;
  private final IdentifierReader identifiers;
  private final ContactWriter writer;
  private final PatchJson trees;

  ContactEnrichReader(
      ContactReader contacts, IdentifierReader identifiers, ContactWriter writer, PatchJson trees) {
    this.contacts = contacts;
    this.identifiers = identifiers;
    this.writer = writer;
    this.trees = trees;
  }

  /// @throws Invalid naming the field that is malformed
  /// @throws dev.callbook.wire.Refusal.TooMany above 25 identifiers or 100 rules
  ContactWish read(Scope scope, EnrichJson.ContactRequest sent, String region) {
    EnrichAction action = EnrichReader.action(sent.action(), EnumSet.allOf(EnrichAction.class));
    List<ContactJson.IdentifierJson> asked = EnrichReader.identifiers(sent.matchingIdentifiers());
    List<Identifier> wanted = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Identifier one =
          identifiers.read(EnrichReader.IDENTIFIERS + "[" + i + "].", asked.get(i), region);
      if (wanted.stream().noneMatch(one::isSameAs)) {
        wanted.add(one);
      }
    }
    Division division = EnrichReader.division(scope, divisions(sent, asked));
    FieldRules rules = EnrichReader.rules(sent.fieldRules(), FIELDS);
    ContactDetails given =
        EnrichReader.within(WITHIN, () -> contacts.read(scope, contactOf(sent), null, region));
    return new ContactWish(
        division,
        action,
        List.copyOf(wanted),
        withExternalIds(given, wanted),
        stored ->
            EnrichReader.within(WITHIN, () -> edited(scope, stored, sent, given, rules, region)),
        sent.options() != null && Boolean.TRUE.equals(sent.options().promote()));
  }

  private static Map<String, Optional<DivisionJson>> divisions(
      EnrichJson.ContactRequest sent, List<ContactJson.IdentifierJson> asked) {
    Map<String, Optional<DivisionJson>> named = new LinkedHashMap<>();
    named.put("division", Optional.ofNullable(sent.division()));
    named.put("contact.division", Optional.ofNullable(sent.contact()).map(ContactJson::division));
    for (int i = 0; i < asked.size(); i++) {
      named.put(
          EnrichReader.IDENTIFIERS + "[" + i + "].division",
          Optional.ofNullable(asked.get(i).division()));
    }
    return named;
  }

  private ContactJson contactOf(EnrichJson.ContactRequest sent) {
    return sent.contact() == null
        ? trees.read(JsonNodeFactory.instance.objectNode(), ContactJson.class)
        : sent.contact();
  }

  private Contact edited(
      Scope scope,
      Contact stored,
      EnrichJson.ContactRequest sent,
      ContactDetails read,
      FieldRules rules,
      String region) {
    ObjectNode before = trees.tree(writer.write(scope, stored, Set.of()));
    ObjectNode given = trees.tree(contactOf(sent));
    EnrichReader.tidyLists(
        given, trees.tree(writer.write(scope, stored.withDetails(read), Set.of())), LISTS);
    ObjectNode merged = rules.merge(before, given, FIELDS);
    ContactEdits.settle(merged, before, given);
    return ContactEdits.apply(
        scope, stored, trees.read(merged, ContactJson.class), contacts, region);
  }

  /// With the external ids that a new contact is matched by the next time.
  private static ContactDetails withExternalIds(ContactDetails given, List<Identifier> wanted) {
    List<ExternalId> ids =
        Stream.concat(
                given.externalIds().stream(),
                wanted.stream().flatMap(ContactEnrichReader::externalId))
            .distinct()
            .toList();
    if (ids.size() > MAX_EXTERNAL_IDS) {
      throw new Invalid(
          EnrichReader.IDENTIFIERS,
          "too.many",
          "A contact may have " + MAX_EXTERNAL_IDS + " external ids.");
    }
    return given.withExternalIds(ids);
  }

  private static Stream<ExternalId> externalId(Identifier identifier) {
    return identifier.type() == Identifier.Type.ExternalId
        ? Stream.of(new ExternalId(Objects.requireNonNull(identifier.source()), identifier.value()))
        : Stream.empty();
  }
}
