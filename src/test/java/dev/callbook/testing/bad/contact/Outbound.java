package dev.callbook.testing.bad.contact;

import dev.callbook.testing.bad.BadOnPurpose;
import java.net.http.HttpClient;

@BadOnPurpose(breaks = "requests_leave_by_one_door")
final class Outbound {
  private Outbound() {}

  static HttpClient client() {
    return HttpClient.newHttpClient();
  }
}
