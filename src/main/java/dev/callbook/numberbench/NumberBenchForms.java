package dev.callbook.numberbench;

import dev.callbook.access.Caller;
import dev.callbook.access.Permission;
import dev.callbook.access.User;
import dev.callbook.access.Users;
import dev.callbook.interaction.EventSource;
import dev.callbook.phone.DialPlan;
import dev.callbook.phone.Region;
import dev.callbook.web.Choice;
import dev.callbook.web.Countries;
import dev.callbook.web.FormErrors;
import dev.callbook.web.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the bench's form offers, and what is wrong with what was posted.
@ApplicationScoped
class NumberBenchForms {
  private static final Pattern PREFIX = Pattern.compile("\\d{0,8}");

  private final Users users;
  private final Countries countries;
  private final Caller caller;
  private final Words words;

  NumberBenchForms(Users users, Countries countries, Caller caller, Words words) {
    this.users = users;
    this.countries = countries;
    this.caller = caller;
    this.words = words;
  }

  /// @param withNumber whether a number is needed
  FormErrors errors(NumberBenchForm form, boolean withNumber) {
    NumberBenchMessages say = words.of(NumberBenchMessages.class);
    Map<String, String> errors = new LinkedHashMap<>();
    if (withNumber && form.number().isEmpty() && !form.hidden()) {
      errors.put("number", say.numberNeeded());
    } else if (form.number().length() > NumberBench.LONGEST) {
      errors.put("number", say.numberTooLong());
    }
    if (form.region() != null && Region.find(form.region()).isEmpty()) {
      errors.put("region", say.regionUnknown());
    }
    prefix(errors, "outsideLine", form.outsideLine());
    prefix(errors, "international", form.international());
    prefix(errors, "national", form.national());
    return new FormErrors(errors);
  }

  private void prefix(Map<String, String> errors, String field, @Nullable String typed) {
    if (!PREFIX.matcher(tidy(typed)).matches()) {
      errors.put(field, words.of(NumberBenchMessages.class).digitsOnly());
    }
  }

  /// The rules of a form without errors.
  DialPlan plan(NumberBenchForm form, String ownRegion) {
    return new DialPlan(
        Region.find(form.region() == null ? ownRegion : form.region()).orElseThrow(),
        tidy(form.outsideLine()),
        tidy(form.international()),
        tidy(form.national()),
        form.withoutPlus());
  }

  private static String tidy(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  /// @param tried whether the plan differs from what is saved
  NumberBenchView.Rules rules(
      NumberBenchForm form, FormErrors errors, DialPlan plan, boolean tried) {
    return errors.any()
        ? new NumberBenchView.Rules(
            countries.choices(tidy(form.region())),
            tidy(form.outsideLine()),
            tidy(form.international()),
            tidy(form.national()),
            form.withoutPlus(),
            true)
        : new NumberBenchView.Rules(
            countries.choices(plan.region().code()),
            plan.outsideLine(),
            plan.international(),
            plan.national(),
            plan.withoutPlus(),
            tried);
  }

  List<Choice> sources(List<EventSource> all, Optional<EventSource> chosen) {
    return all.stream()
        .map(source ->
            new Choice(
                source.id().toString(), source.name(), chosen.filter(source::equals).isPresent()))
        .toList();
  }

  /// The active users, where the viewer may know them.
  List<Choice> agents(NumberBenchForm form) {
    return caller.access().may(Permission.USER_VIEW)
        ? users.all(caller.scope(Permission.USER_VIEW)).stream()
            .filter(User::active)
            .map(user -> choice(user, form))
            .toList()
        : List.of();
  }

  private static Choice choice(User user, NumberBenchForm form) {
    String id = user.id().toString();
    return new Choice(id, user.name(), form.agent().filter(id::equals).isPresent());
  }
}
