package dev.callbook.contact;

import dev.callbook.access.OrgId;
import dev.callbook.contact.ContactExpiryStore.Old;
import dev.callbook.platform.Chore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/// What has to be done about contacts without anybody asking.
class ContactChores {
  @Produces
  @Singleton
  Chore forgetPassingContacts(ContactExpiry expiry) {
    return new Chore("contact.forget-passing", Duration.ofHours(6), () -> forgetPassing(expiry));
  }

  private static void forgetPassing(ContactExpiry expiry) {
    for (OrgId org : expiry.organizations()) {
      Optional<Old> last = expiry.removeSome(org, null);
      while (last.isPresent()) {
        last = expiry.removeSome(org, last.get());
      }
    }
  }
}
