package dev.callbook;

import dev.callbook.testing.Golden;
import dev.callbook.testing.Routes;
import org.junit.jupiter.api.Test;

class RoutesTest {
  @Test
  void the_routes_are_those_of_the_golden_file() {
    Golden.inDocs().compare("routes.txt", Routes.table());
  }
}
