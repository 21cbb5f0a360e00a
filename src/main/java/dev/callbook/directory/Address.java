package dev.callbook.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A postal address. The same shape inside and on the wire. Source: model `ContactAddress`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Address(
    @Nullable String address1,
    @Nullable String address2,
    @Nullable String city,
    @Nullable String state,
    @Nullable String postalCode,
    @Nullable String countryCode) {

  /// @return null if every line is empty
  public static @Nullable Address check(Checks checks, @Nullable Address sent) {
    if (sent == null) {
      return null;
    }
    Address address =
        new Address(
            checks.text("address.address1", sent.address1, 200),
            checks.text("address.address2", sent.address2, 200),
            checks.text("address.city", sent.city, 100),
            checks.text("address.state", sent.state, 50),
            checks.text("address.postalCode", sent.postalCode, 25),
            checks.text("address.countryCode", sent.countryCode, 25));
    return address.isEmpty() ? null : address;
  }

  private boolean isEmpty() {
    return Stream.of(address1, address2, city, state, postalCode, countryCode)
        .allMatch(Objects::isNull);
  }
}
