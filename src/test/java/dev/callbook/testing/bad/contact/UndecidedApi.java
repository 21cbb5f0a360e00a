package dev.callbook.testing.bad.contact;

import dev.callbook.access.Open;
import dev.callbook.access.Permission;
import dev.callbook.access.Requires;
import dev.callbook.testing.bad.BadOnPurpose;
import jakarta.ws.rs.GET;

@BadOnPurpose(breaks = "endpoints_say_who_may_enter")
class UndecidedApi {
  @GET
  @Open("anyone")
  @Requires(Permission.CONTACT_VIEW)
  String get() {
    return "some";
  }
}
