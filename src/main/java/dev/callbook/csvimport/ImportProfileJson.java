package dev.callbook.csvimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callbook.csvimport.ImportProfile.Draft;
import dev.callbook.csvimport.ImportProfile.Field;
import dev.callbook.directory.Checks;
import dev.callbook.wire.Among;
import dev.callbook.wire.Parse;
import dev.callbook.wire.Refusal.Invalid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Import settings on the wire. Source: model `ContactImportSettings`.
///
/// @param severalMatches our own addition: what becomes of a row that fits several contacts. If
///   absent, what `mergeContacts` says: they become one, or the row corrects the oldest
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportProfileJson(
    @Nullable String id,
    @Nullable String name,
    @Among({"Email", "Phone", "Website"}) @Nullable List<String> matchingCriteria,
    @Nullable Boolean mergeContacts,
    @Nullable String externalSourceId,
    @Nullable List<FieldJson> importFields,
    @Among({"REJECT", "CORRECT_FIRST", "MERGE"}) @Nullable String severalMatches,
    @Nullable Instant dateCreated,
    @Nullable String selfUri) {
  static final String PATH = "/api/v2/externalcontacts/import/settings";
  private static final int MAX_FIELDS = 500;

  /// Source: model `ContactImportField`.
  public record FieldJson(@Nullable String name, @Nullable Boolean included) {}

  static ImportProfileJson of(ImportProfile profile) {
    Draft draft = profile.draft();
    return new ImportProfileJson(
        profile.id().toString(),
        draft.name(),
        draft.matchOn().stream().map(ImportProfileJson::word).toList(),
        draft.merges(),
        draft.source().toString(),
        draft.fields().stream().map(f -> new FieldJson(f.name(), f.included())).toList(),
        draft.several() == SeveralMatches.REJECT ? draft.several().name() : null,
        profile.createdAt(),
        PATH + "/" + profile.id());
  }

  private static String word(MatchKey key) {
    return switch (key) {
      case EMAIL -> "Email";
      case PHONE -> "Phone";
      case WEBSITE -> "Website";
    };
  }

  /// @throws Invalid naming every field that is missing or malformed
  Draft read() {
    Checks checks = new Checks();
    if (mergeContacts == null) {
      checks.note("mergeContacts", "required", "mergeContacts is missing: true or false.");
    }
    if (Parse.isAbsent(externalSourceId)) {
      checks.note("externalSourceId", "required", "externalSourceId is missing.");
    }
    if (Parse.isAbsent(name)) {
      checks.note("name", "required", "name is missing.");
    }
    List<MatchKey> matchOn = matchOn(checks);
    SeveralMatches several = several(checks);
    List<Field> fields = fields(checks);
    if (!checks.errors().isEmpty()) {
      throw new Invalid(checks.errors());
    }
    return new Draft(
        String.valueOf(name),
        matchOn,
        several,
        Parse.id("externalSourceId", String.valueOf(externalSourceId).strip()),
        fields);
  }

  private SeveralMatches several(Checks checks) {
    boolean merges = Boolean.TRUE.equals(mergeContacts);
    SeveralMatches said =
        severalMatches == null
            ? (merges ? SeveralMatches.MERGE : SeveralMatches.CORRECT_FIRST)
            : SeveralMatches.read(severalMatches);
    if (said == null) {
      checks.note(
          "severalMatches",
          "invalid.value",
          "severalMatches knows REJECT, CORRECT_FIRST and MERGE.");
    } else if (merges != (said == SeveralMatches.MERGE)) {
      checks.note(
          "severalMatches",
          "conflict",
          "severalMatches is MERGE where mergeContacts is true, and only there.");
    }
    return Objects.requireNonNullElse(said, SeveralMatches.REJECT);
  }

  private List<MatchKey> matchOn(Checks checks) {
    List<MatchKey> read = new ArrayList<>();
    List<String> words = Objects.requireNonNullElse(matchingCriteria, List.of());
    for (int i = 0; i < words.size(); i++) {
      String field = "matchingCriteria[" + i + "]";
      MatchKey.ofWord(String.valueOf(words.get(i)))
          .ifPresentOrElse(
              read::add,
              () ->
                  checks.note(
                      field,
                      "invalid.value",
                      "matchingCriteria knows Email and Phone, and Website for organizations."));
    }
    return read;
  }

  private List<Field> fields(Checks checks) {
    if (importFields == null) {
      checks.note("importFields", "required", "importFields is missing; it may be empty.");
      return List.of();
    }
    if (importFields.size() > MAX_FIELDS) {
      checks.note(
          "importFields", "too.many", "importFields holds at most " + MAX_FIELDS + " fields.");
      return List.of();
    }
    List<Field> read = new ArrayList<>();
    for (int i = 0; i < importFields.size(); i++) {
      FieldJson field = importFields.get(i);
      if (field == null || Parse.isAbsent(field.name()) || field.included() == null) {
        checks.note(
            "importFields[" + i + "]",
            "required",
            "A field needs its name and whether it is included.");
      } else {
        read.add(new Field(String.valueOf(field.name()), field.included()));
      }
    }
    return read;
  }
}
