package dev.callbook.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.directory.Filter;
import dev.callbook.directory.Filter.AllOf;
import dev.callbook.directory.Filter.OneOf;
import dev.callbook.wire.Listing.Link;
import dev.callbook.wire.Refusal.Invalid;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactListFilterTest {
  private static final String ID = "019ab0f6-7c00-7000-8000-000000000001";

  @Test
  void an_address_without_filters_means_everybody() {
    ContactListFilter none =
        ContactListFilter.of(
            Map.of("q", List.of("ana"), "sms", List.of(""), "after", List.of("x")));
    assertTrue(none.isEmpty());
    assertEquals(Filter.everything(), none.conditions());
    assertEquals("/contacts", none.on(Link.to("/contacts")).text());
  }

  @Test
  void several_values_mean_any_of_them_and_several_names_all_of_them() {
    ContactListFilter filter =
        ContactListFilter.of(
            Map.of(
                "type", List.of("Ephemeral", "Identified"),
                "survey", List.of("yes"),
                "sms", List.of("no"),
                "field.tier_enum", List.of("gold"),
                "field.card_identifier", List.of(" KX-7040 "),
                "field.vip_checkbox", List.of("yes")));
    assertEquals(
        new AllOf<>(
            List.of(
                new OneOf<>(ContactField.TYPE, List.of("Ephemeral", "Identified")),
                new OneOf<>(ContactField.REFUSES_SURVEYS, List.of("true")),
                new OneOf<>(ContactField.ACCEPTS_SMS, List.of("false")),
                new OneOf<>(ContactField.CUSTOM_KEY, List.of("card_identifier=kx-7040")),
                new OneOf<>(ContactField.CUSTOM_VALUE, List.of("{\"tier_enum\":\"gold\"}")),
                new OneOf<>(ContactField.CUSTOM_VALUE, List.of("{\"vip_checkbox\":true}")))),
        filter.conditions());
  }

  @Test
  void the_address_says_the_filter_again_and_can_leave_one_name_out() {
    ContactListFilter filter =
        ContactListFilter.of(
            Map.of("organization", List.of(ID), "email", List.of("no"), "division", List.of("*")));
    assertEquals(
        "/contacts?division=*&organization=" + ID + "&email=no",
        filter.on(Link.to("/contacts")).text());
    assertEquals(
        "/contacts?division=*&email=no",
        filter.without("organization").on(Link.to("/contacts")).text());
    assertEquals(
        new OneOf<>(ContactField.ORGANIZATION, List.of(ID)),
        ((AllOf<ContactField>) filter.allConditions()).parts().getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "type, Robot",
    "source, Salesforce",
    "organization, Ruiz",
    "sms, maybe",
    "field.shirt_text, M",
    "field.nonsense, M"
  })
  void what_no_list_knows_is_refused_by_its_name(String name, String value) {
    Invalid refused =
        assertThrows(Invalid.class, () -> ContactListFilter.of(Map.of(name, List.of(value))));
    assertEquals(name, refused.errors().getFirst().field());
  }
}
