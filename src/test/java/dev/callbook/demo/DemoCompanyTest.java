package dev.callbook.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.access.OrgId;
import dev.callbook.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody finds who starts the demo.
@QuarkusTest
@TestProfile(InDemo.class)
@QuarkusTestResource(TestDatabase.class)
class DemoCompanyTest {
  @Inject DemoCompany company;
  @Inject Jdbi jdbi;

  @ParameterizedTest
  @CsvSource({
    "org, 1",
    "contact, 2000",
    "organization, 150",
    "division where kind = 'plain', 3",
    "app_user, 3",
    "note, 80",
    "interaction, 120",
    "interaction where wrapped_up_at is null, 0"
  })
  void there_is_a_whole_company(String what, int count) {
    assertEquals(count, count(what));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contact where last_name ~ '[À-žÇ-ÿ]'",
        "contact where last_name ~ '[а-яі]'",
        "contact where last_name ~ '[α-ω]'",
        "contact where last_name ~ '[\u0627-\u064A]'",
        "contact where last_name ~ '[\u05D0-\u05EA]'",
        "contact where last_name ~ '[\u4E00-\u9FFF]'",
        "contact where last_name ~ '[\uAC00-\uD7AF]'",
        "contact where last_name ~ '[\u0900-\u097F]'",
        "contact where survey_opt_out",
        "contact where version > 1",
        "contact where external_organization_id is not null",
        "contact_phone where accepts_sms",
        "contact_phone where extension is not null",
        "contact_handle where channel = 'whatsapp'",
        "contact_handle where channel = 'line'",
        "contact_external_id"
      })
  void it_is_as_mixed_as_a_real_one(String what) {
    assertTrue(count(what) >= 10, () -> what + ": " + count(what));
  }

  @Test
  void every_number_is_shared_by_a_household_or_by_nobody() {
    List<Integer> sharers =
        jdbi.withHandle(db ->
            db.createQuery(
                    "select count(*) from contact_phone group by lookup_key having count(*) > 1")
                .mapTo(Integer.class)
                .list());
    assertEquals(30, sharers.size());
    assertTrue(sharers.stream().allMatch(count -> count == 2 || count == 3), sharers.toString());
    assertEquals(0, count("contact_phone where e164 is null"));
  }

  @Test
  void a_second_start_adds_nothing() {
    int changes = count("change");
    OrgId again = company.open();
    assertEquals(company.find().orElseThrow(), again);
    assertEquals(changes, count("change"));
    assertEquals(2000, count("contact"));
  }

  @Test
  void everybody_has_a_password_of_their_own_that_stays_the_same() {
    List<String> passwords = Staff.ALL.stream().map(company::password).toList();
    assertEquals(passwords, Staff.ALL.stream().map(company::password).toList());
    assertEquals(3, passwords.stream().distinct().count());
    assertNotEquals(0, passwords.getFirst().length());
    assertTrue(passwords.stream().allMatch(password -> password.length() == 16));
  }

  private int count(String what) {
    return jdbi.withHandle(
        db -> db.createQuery("select count(*) from " + what).mapTo(Integer.class).one());
  }
}
