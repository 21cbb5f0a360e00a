package dev.callbook.testing;

import dev.callbook.access.Clients;
import dev.callbook.access.Divisions;
import dev.callbook.access.FirstStart;
import dev.callbook.access.Grants;
import dev.callbook.access.Newcomers;
import dev.callbook.access.Roles;
import dev.callbook.access.Users;
import dev.callbook.change.Changes;
import dev.callbook.externalsource.ExternalSources;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A test of what users get, through HTTP, on a real database.
///
/// Each test has an organization of ours to itself, so that tests neither clean up nor disturb each
/// other; all share one running application. After each, the log is searched for the personal data
/// that the test used.
@QuarkusTestResource(TestDatabase.class)
public abstract class FeatureTest {
  public static final String CONTACTS = "/api/v2/externalcontacts/contacts";
  public static final String ORGANIZATIONS = "/api/v2/externalcontacts/organizations";
  public static final String BULK = "/api/v2/externalcontacts/bulk";
  public static final String LOOKUP =
      "/api/v2/externalcontacts/reversewhitepageslookup?lookupVal={}";

  private static final LogWatch LOG = LogWatch.start();

  /// Whom the test is about; made through the product's own doors.
  protected Directory directory;

  /// What the test calls.
  protected Api api;

  @Inject FirstStart firstStart;
  @Inject Divisions divisions;
  @Inject Roles roles;
  @Inject Grants grants;
  @Inject Clients clients;
  @Inject Users users;
  @Inject Newcomers newcomers;
  @Inject Changes changes;
  @Inject ExternalSources sources;

  @SuppressWarnings("NullAway.Init") // set by the test framework
  @TestHTTPResource("/")
  protected URI root;

  @BeforeEach
  void beginWithAnEmptyOrganization() {
    LOG.forget();
    Golden golden = Golden.beside(getClass());
    api = new Api(root, golden);
    directory = newDirectory("Ours");
  }

  @AfterEach
  void theLogHoldsNoPersonalData() {
    LOG.assertFreeOfPersonalData();
  }

  /// Another organization of ours (tenant), which must not be seen from the first.
  protected final Directory newDirectory(String name) {
    var doors =
        new Directory.Doors(divisions, roles, grants, clients, users, newcomers, changes, sources);
    return new Directory(firstStart.addOrganization(name), doors, api, LOG);
  }
}
