package dev.callbook.testing.bad.contact;

import dev.callbook.testing.bad.BadOnPurpose;
import jakarta.ws.rs.GET;

// Without @Path on the class, so that no server serves it.
@BadOnPurpose(breaks = "endpoints_say_who_may_enter")
class ContactApi {
  @GET
  String get() {
    return "anyone";
  }
}
