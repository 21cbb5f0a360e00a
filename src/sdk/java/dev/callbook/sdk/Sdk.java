package dev.callbook.sdk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.mypurecloud.sdk.v2.ApiClient;
import com.mypurecloud.sdk.v2.ApiException;
import com.mypurecloud.sdk.v2.ApiRequest;
import com.mypurecloud.sdk.v2.ApiResponse;
import com.mypurecloud.sdk.v2.api.ExternalContactsApi;
import com.mypurecloud.sdk.v2.api.TokensApi;
import com.mypurecloud.sdk.v2.api.UsersApi;
import com.mypurecloud.sdk.v2.model.ExternalContact;
import com.mypurecloud.sdk.v2.model.ExternalOrganization;
import com.mypurecloud.sdk.v2.model.User;
import com.mypurecloud.sdk.v2.model.WritableEntity;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// The SDK, pointed at a Callbook, and what scenarios share.
final class Sdk {
  private final Set<String> called = new TreeSet<>();
  private final ApiClient client;

  private final String user;

  /// @param user the id of a user of the organization
  Sdk(String address, String token, String user) {
    this.user = user;
    client = new Recorder();
    client.setBasePath(address.replaceFirst("/$", ""));
    client.setAccessToken(token);
  }

  /// Notes which operation each method of the SDK calls.
  private final class Recorder extends ApiClient {
    @Override
    public <T> ApiResponse<T> invoke(ApiRequest<?> request, TypeReference<T> answer)
        throws ApiException, IOException {
      called.add(request.getMethod() + " " + request.getPath());
      return super.invoke(request, answer);
    }
  }

  /// Something that is refused.
  interface Call {
    void run() throws Exception;
  }

  /// Method and path of the operations called so far.
  Set<String> called() {
    return called;
  }

  ExternalContactsApi api() {
    return new ExternalContactsApi(client);
  }

  TokensApi tokens() {
    return new TokensApi(client);
  }

  UsersApi users() {
    return new UsersApi(client);
  }

  /// A contact with a name nobody else has.
  ExternalContact contact() throws Exception {
    ExternalContact contact = new ExternalContact();
    contact.setFirstName("Ana");
    contact.setLastName(unique());
    return api().postExternalcontactsContacts(contact);
  }

  /// An organization with a name no other has.
  ExternalOrganization organization() throws Exception {
    ExternalOrganization organization = new ExternalOrganization();
    organization.setName(unique());
    return api().postExternalcontactsOrganizations(organization);
  }

  /// A user known by the id, which the SDK's own class has no setter for.
  User user() throws Exception {
    return client.getObjectMapper().readValue("{\"id\": \"" + user + "\"}", User.class);
  }

  static String unique() {
    return "Ruiz" + UUID.randomUUID().toString().replace("-", "");
  }

  static List<WritableEntity> entities(String... ids) {
    return Arrays.stream(ids)
        .map(id -> {
          WritableEntity entity = new WritableEntity();
          entity.setId(id);
          return entity;
        })
        .toList();
  }

  static void equal(Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError("expected " + expected + " but it is " + actual);
    }
  }

  static void holds(boolean condition, String says) {
    if (!condition) {
      throw new AssertionError(says);
    }
  }

  /// Checks that a call is refused with this status, in the form that the SDK reads.
  static void refused(int status, Call call) throws Exception {
    try {
      call.run();
    } catch (ApiException refusal) {
      equal(status, refusal.getStatusCode());
      holds(refusal.getCorrelationId() != null, "no ININ-Correlation-Id");
      holds(refusal.getRawBody().contains(refusal.getCorrelationId()), refusal.getRawBody());
      return;
    }
    throw new AssertionError("not refused");
  }
}
