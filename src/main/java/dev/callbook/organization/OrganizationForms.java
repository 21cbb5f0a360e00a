package dev.callbook.organization;

import dev.callbook.access.Scope;
import dev.callbook.change.Conflict;
import dev.callbook.customfield.CustomFieldForm;
import dev.callbook.customfield.CustomFieldForms;
import dev.callbook.customfield.CustomFieldPost;
import dev.callbook.customfield.CustomValues;
import dev.callbook.customfield.SchemaKind;
import dev.callbook.web.Choice;
import dev.callbook.web.Countries;
import dev.callbook.web.FormErrors;
import dev.callbook.web.RefusalWords;
import dev.callbook.web.Words;
import dev.callbook.wire.FieldError;
import dev.callbook.wire.Refusal.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts the form together, fresh or with what is wrong.
@ApplicationScoped
class OrganizationForms {
  /// The fields' ids in the order of the page.
  private static final List<String> ORDER =
      List.of(
          "name",
          "industry",
          "phoneNumber",
          "faxNumber",
          "employeeCount",
          "externalSystemUrl",
          "websites",
          "tags",
          "address1",
          "address2",
          "postalCode",
          "city",
          "state",
          "countryCode",
          "division");

  private final Countries countries;
  private final OrganizationHeaders headers;
  private final OrganizationConflicts conflicts;
  private final CustomFieldForms customFields;
  private final RefusalWords refusals;
  private final Words words;

  OrganizationForms(
      Countries countries,
      OrganizationHeaders headers,
      OrganizationConflicts conflicts,
      CustomFieldForms customFields,
      RefusalWords refusals,
      Words words) {
    this.countries = countries;
    this.headers = headers;
    this.conflicts = conflicts;
    this.customFields = customFields;
    this.refusals = refusals;
    this.words = words;
  }

  /// The form for a new organization.
  ///
  /// @param scope where it may be created
  OrganizationForm adding(Scope scope, OrganizationPost post, FormErrors errors) {
    List<Choice> divisions =
        scope.divisions().stream()
            .map(division ->
                new Choice(
                    division.wireId(),
                    words.nameOf(division),
                    division.wireId().equals(post.division())))
            .toList();
    CustomFieldForm custom =
        customFields.form(scope, SchemaKind.ORGANIZATION, CustomValues.NONE, post.custom());
    return form(null, 0, post, custom, divisions, "", errors, null);
  }

  /// The form for one that exists.
  ///
  /// @param version the version that saving it takes as read
  OrganizationForm changing(
      Scope scope, Organization saved, int version, OrganizationPost post, FormErrors errors) {
    return form(
        saved.id().toString(),
        version,
        post,
        custom(scope, saved, post),
        List.of(),
        headers.divisionName(scope, saved),
        errors,
        null);
  }

  /// The form as posted, beside what someone else saved meanwhile. It holds the newer version, so
  /// that saving it again is a decision.
  OrganizationForm conflicting(Scope scope, Organization saved, OrganizationPost post) {
    return form(
        saved.id().toString(),
        saved.version(),
        post,
        custom(scope, saved, post),
        List.of(),
        headers.divisionName(scope, saved),
        FormErrors.none(),
        conflicts.between(scope, saved, post));
  }

  private CustomFieldForm custom(Scope scope, Organization saved, OrganizationPost post) {
    return customFields.form(
        scope, SchemaKind.ORGANIZATION, saved.details().custom(), post.custom());
  }

  private OrganizationForm form(
      @Nullable String id,
      int version,
      OrganizationPost post,
      CustomFieldForm custom,
      List<Choice> divisions,
      String divisionName,
      FormErrors errors,
      @Nullable Conflict conflict) {
    return new OrganizationForm(
        id,
        version,
        post.name(),
        post.industry(),
        post.employeeCount(),
        post.phoneNumber(),
        post.faxNumber(),
        post.websites(),
        post.tags(),
        post.address1(),
        post.address2(),
        post.postalCode(),
        post.city(),
        post.state(),
        countries.choices(post.countryCode()),
        post.externalSystemUrl(),
        custom,
        divisions,
        divisionName,
        errors.any() || conflict != null || post.custom().isPicking(),
        errors,
        conflict);
  }

  /// What is wrong, at the fields of the form and in the viewer's language.
  FormErrors errors(Invalid refused) {
    Map<String, String> found = new HashMap<>();
    for (FieldError error : refused.errors()) {
      String field = field(error.field());
      found.putIfAbsent(field, sentence(field, error));
    }
    Map<String, String> ordered = new LinkedHashMap<>();
    for (String field : ORDER) {
      String sentence = found.remove(field);
      if (sentence != null) {
        ordered.put(field, sentence);
      }
    }
    ordered.putAll(found);
    return new FormErrors(ordered);
  }

  /// `address.city` is the field `city`, `websites[3]` is `websites`, `division.id` is `division`.
  private static String field(String wireName) {
    Optional<String> custom = CustomFieldPost.inputOf(wireName);
    if (custom.isPresent()) {
      return custom.get();
    }
    return wireName.startsWith("address.")
        ? wireName.substring("address.".length())
        : wireName.replaceFirst("[.\\[].*", "");
  }

  private String sentence(String field, FieldError error) {
    OrganizationMessages say = words.of(OrganizationMessages.class);
    return switch (error.rule()) {
      case "too.long", "too.many" -> refusals.of(error);
      default ->
          switch (field) {
            case "name" -> say.nameNeeded();
            case "phoneNumber", "faxNumber" -> say.digitsNeeded();
            case "employeeCount" -> say.wholeNumberNeeded();
            case "externalSystemUrl" -> say.webAddressNeeded();
            case "division" -> say.divisionNotYours();
            default -> refusals.of(error);
          };
    };
  }
}
