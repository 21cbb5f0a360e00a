package dev.callbook.identity.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callbook.platform.Chore;
import dev.callbook.testing.Answer;
import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Contacts that look like one person: how they are found, and what can be done about them.
@QuarkusTest
class DuplicatePagesTest extends FeatureTest {
  private static final String LIST = "/contacts/duplicates";
  private static final Pattern MERGE =
      Pattern.compile("/contacts/merge\\?ids=([-0-9a-f]+),([-0-9a-f]+)");

  @Inject @All List<Chore> chores;

  private Seat admin;

  @BeforeEach
  void signIn() {
    admin = directory.person("Admin", "*");
  }

  private void lookThrough() {
    chores.stream()
        .filter(chore -> chore.name().equals("identity.find-duplicates"))
        .forEach(chore -> chore.work().run());
  }

  private Answer list() {
    return api.at(admin).get(LIST).shows(200);
  }

  /// The list as soon as nobody looks through the directory any more.
  private Answer atRest() {
    long limit = System.nanoTime() + 60_000_000_000L;
    while (!list().body().contains("Look again now")) {
      assertTrue(System.nanoTime() < limit, () -> list().body());
      Thread.onSpinWait();
    }
    return list();
  }

  /// How many pairs a page shows.
  private static int pairs(Answer page) {
    Matcher found = MERGE.matcher(page.body());
    int count = 0;
    while (found.find()) {
      count++;
    }
    return count;
  }

  private static String pair(String a, String b) {
    return a.compareTo(b) < 0 ? "one=" + a + "&other=" + b : "one=" + b + "&other=" + a;
  }

  @Test
  void who_shares_a_number_or_an_address_or_nearly_a_name_is_listed_with_the_reason() {
    directory.contact("Ana Ruiz").workPhone("+34 944 23 45 67").add();
    directory.contact("Anna Ruiz").cellPhone("0034 944 23 45 67").add();
    directory.contact("Luis Gil").workEmail("Gil@gil.example").add();
    directory.contact("Pedro Sanz").workEmail("gil@gil.example").add();
    String employer = directory.organization("Norrviken Bygg AB").add();
    directory.contact("Åsa Lindqvist").at(employer).add();
    directory.contact("Asa Lindkvist").at(employer).add();
    directory.contact("Asa Berg").at(employer).add();
    lookThrough();
    Answer page = atRest();
    page.saying("The directory was looked through");
    assertEquals(3, pairs(page), page::body);
    page.saying("Same number").saying("Same e-mail").saying("Nearly the same name");
    assertFalse(page.body().contains("Asa Berg"));
    int first = page.body().indexOf("Anna Ruiz");
    int second = page.body().indexOf("Lindkvist");
    int third = page.body().indexOf("Pedro Sanz");
    assertEquals(
        List.of(first, second, third).stream().sorted().toList(), List.of(first, second, third));
  }

  @Test
  void what_a_whole_company_shares_says_nothing() {
    IntStream.range(0, 12)
        .forEach(i ->
            directory
                .contact((char) ('A' + i) + "x" + (char) ('A' + i) + " Person" + (char) ('a' + i))
                .workPhone("+34 944 11 11 11")
                .add());
    lookThrough();
    assertEquals(0, pairs(list()));
  }

  @Test
  void a_number_without_its_country_still_betrays_a_namesake() {
    directory.contact("Priya Raghunathan").workPhone("+44 20 7946 0182").add();
    directory.contact("P Raghunathan").workPhone("7946 0182").add();
    lookThrough();
    assertEquals(1, pairs(list()));
  }

  @Test
  void those_of_one_contact_are_looked_for_when_its_page_is_opened() {
    String ana = directory.contact("Ana Ruiz").workPhone("+34 944 23 45 67").add();
    String page = "/contacts/" + ana + "/duplicates";
    api.at(admin).get(page).shows(200).saying("Nobody looks like this contact");
    String anna = directory.contact("Anna Ruiz").cellPhone("+34 944 23 45 67").add();
    assertEquals(1, pairs(api.at(admin).get(page).shows(200)));
    assertEquals(1, pairs(list()));
    directory.asAdmin().delete(CONTACTS + "/{}", anna).answers(200);
    assertEquals(0, pairs(list()));
    assertEquals(0, pairs(api.at(admin).get(page).shows(200)));
  }

  @Test
  void an_admin_who_does_not_want_to_wait_has_the_directory_looked_through_now() {
    atRest();
    directory.contact("Ana Ruiz").workPhone("+34 944 23 45 67").add();
    directory.contact("Anna Ruiz").workPhone("+34 944 23 45 67").add();
    assertEquals(0, pairs(list()));
    assertEquals(303, api.at(admin).post(LIST + "/look", "").status());
    assertEquals(1, pairs(atRest()));
  }

  @Test
  void two_people_are_remembered_as_two_until_somebody_says_otherwise() {
    String ana = directory.contact("Ana Ruiz").workPhone("+34 944 23 45 67").add();
    String anna = directory.contact("Anna Ruiz").workPhone("+34 944 23 45 67").add();
    lookThrough();
    Answer said =
        api.at(admin)
            .post(LIST + "/apart", pair(ana, anna) + "&back=/contacts/" + ana + "/duplicates");
    assertEquals(303, said.status());
    assertEquals(
        "/contacts/" + ana + "/duplicates",
        said.header("Location").replaceFirst("https?://[^/]+", ""));
    api.at(admin).post(LIST + "/apart", pair(ana, anna)).shows(404);
    lookThrough();
    assertEquals(0, pairs(list()));
    assertEquals(0, pairs(api.at(admin).get("/contacts/" + ana + "/duplicates").shows(200)));
    assertEquals(1, pairs(api.at(admin).get(LIST + "/apart").shows(200)));
    assertEquals(303, api.at(admin).post(LIST + "/together?" + pair(ana, anna), "").status());
    assertEquals(1, pairs(list()));
    assertEquals(0, pairs(api.at(admin).get(LIST + "/apart").shows(200)));
    api.at(admin).post(LIST + "/together?" + pair(ana, anna), "").shows(404);
  }

  @Test
  void nobody_sees_pairs_of_divisions_that_are_not_theirs_and_none_spans_two() {
    String ana = directory.contact("Ana Ruiz").in("Billing").workPhone("+34 944 23 45 67").add();
    String anna = directory.contact("Anna Ruiz").in("Billing").workPhone("+34 944 23 45 67").add();
    directory.contact("Ana Ruiz").in("Legal").workPhone("+34 944 23 45 67").add();
    lookThrough();
    assertEquals(1, pairs(list()));
    Seat legal = directory.person("Admin", "Legal");
    assertEquals(0, pairs(api.at(legal).get(LIST).shows(200)));
    api.at(legal).post(LIST + "/apart", pair(ana, anna)).shows(404);
    assertEquals(1, pairs(list()));
  }

  @Test
  void a_long_list_is_read_page_by_page() {
    for (int i = 0; i < 27; i++) {
      String number = "+34 944 00 00 " + (10 + i);
      directory.contact("Ana Ruiz").workPhone(number).add();
      directory.contact("Luis Gil").workPhone(number).add();
    }
    lookThrough();
    Answer first = list();
    Matcher next =
        Pattern.compile("href=\"(/contacts/duplicates\\?after=[^\"]+)\"").matcher(first.body());
    assertEquals(25, pairs(first));
    assertEquals(true, next.find());
    assertEquals(2, pairs(api.at(admin).get(next.group(1)).shows(200)));
    api.at(admin).get(LIST + "?after=nonsense").shows(400);
  }
}
