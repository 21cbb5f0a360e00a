package dev.callbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.callbook.testing.CallCentre.Seat;
import dev.callbook.testing.FeatureTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What costs a page its time: names that are looked for among all types there are.
@QuarkusTest
class SectionNamesTest extends FeatureTest {
  @Inject LastResort lastResort;

  @Test
  void no_name_of_a_page_is_looked_for_everywhere() {
    Seat admin = directory.person("Admin", "*");
    String hotel = directory.organization("Hotel Sol").add();
    String ana = directory.contact("Ana Ruiz").workPhone("+34 911 23 45 67").at(hotel).add();
    for (String page :
        List.of("/contacts", "/contacts/" + ana, "/contacts/new", "/organizations", "/")) {
      lastResort.asked();
      api.at(admin).get(page);
      assertEquals("", lastResort.asked(), page);
    }
  }
}
