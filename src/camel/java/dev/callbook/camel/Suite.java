package dev.callbook.camel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.AbstractQueryRecordsBase;
import org.apache.camel.component.salesforce.api.dto.AbstractSObjectBase;
import org.apache.camel.component.salesforce.api.dto.CreateSObjectResult;
import org.apache.camel.component.salesforce.api.dto.DeleteSObjectResult;
import org.apache.camel.component.salesforce.api.dto.GlobalObjects;
import org.apache.camel.component.salesforce.api.dto.Limits;
import org.apache.camel.component.salesforce.api.dto.SObjectDescription;
import org.apache.camel.component.salesforce.api.dto.SaveSObjectResult;
import org.apache.camel.component.salesforce.api.dto.UpsertSObjectResult;
import org.apache.camel.component.salesforce.api.dto.Version;
import org.apache.camel.component.salesforce.api.dto.bulkv2.JobStateEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.OperationEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.QueryJob;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;

/// Uses the simulated org by Camel's Salesforce component, and writes a line for each scenario:
/// outcome, name and failure, divided by tabs.
///
/// Its arguments are the org's address and a key store with the key of the app `signer`.
public final class Suite {
  private static final String DTO = "sObjectClass=" + Suite.class.getName();

  private final SimpleCamelContext camel;
  private final ProducerTemplate template;
  private final SalesforceComponent component;

  /// A contact, as Camel reads and writes one: it finds what it needs by the getters' names.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public static class Contact extends AbstractSObjectBase {
    private String firstName;
    private String lastName;
    private String callbookId;
    private Boolean doNotCall;

    public Contact() {
      getAttributes().setType("Contact");
    }

    static Contact named(String key, String first, String last) {
      Contact contact = new Contact();
      contact.callbookId = key;
      contact.firstName = first;
      contact.lastName = last;
      return contact;
    }

    @JsonProperty("FirstName")
    public String getFirstName() {
      return firstName;
    }

    @JsonProperty("FirstName")
    public void setFirstName(String firstName) {
      this.firstName = firstName;
    }

    @JsonProperty("LastName")
    public String getLastName() {
      return lastName;
    }

    @JsonProperty("LastName")
    public void setLastName(String lastName) {
      this.lastName = lastName;
    }

    @JsonProperty("CallbookId__c")
    public String getCallbookId__c() {
      return callbookId;
    }

    @JsonProperty("CallbookId__c")
    public void setCallbookId__c(String callbookId) {
      this.callbookId = callbookId;
    }

    @JsonProperty("DoNotCall")
    public Boolean getDoNotCall() {
      return doNotCall;
    }

    @JsonProperty("DoNotCall")
    public void setDoNotCall(Boolean doNotCall) {
      this.doNotCall = doNotCall;
    }
  }

  /// A page of them.
  public static class Contacts extends AbstractQueryRecordsBase<Contact> {}

  @FunctionalInterface
  private interface Scenario {
    void run(Suite suite) throws Exception;
  }

  private Suite(SalesforceComponent component) {
    this.component = component;
    camel = new SimpleCamelContext();
    camel.addComponent("salesforce", component);
    camel.start();
    template = camel.createProducerTemplate();
  }

  public static void main(String[] arguments) {
    SalesforceComponent bySecret = component(arguments[0]);
    bySecret.setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);
    bySecret.setClientId("app");
    bySecret.setClientSecret("secret");
    SalesforceComponent byAssertion = component(arguments[0]);
    byAssertion.setAuthenticationType(AuthenticationType.JWT);
    byAssertion.setClientId("signer");
    byAssertion.setUserName("integration@example.org");
    byAssertion.setJwtAudience("https://login.salesforce.com");
    KeyStoreParameters keys = new KeyStoreParameters();
    keys.setResource("file:" + arguments[1]);
    keys.setType("PKCS12");
    keys.setPassword("changeit");
    byAssertion.setKeystore(keys);

    Suite suite = new Suite(bySecret);
    scenarios().forEach((name, scenario) -> report(name, suite, scenario));
    suite.camel.stop();
    report(
        "an app signs in with a signed assertion",
        null,
        _ -> {
          Suite signed = new Suite(byAssertion);
          signed.countContacts();
          signed.camel.stop();
        });
    // Whatever threads Camel leaves behind.
    System.exit(0);
  }

  private static SalesforceComponent component(String url) {
    SalesforceComponent component = new SalesforceComponent();
    component.setLoginUrl(url);
    SalesforceEndpointConfig config = new SalesforceEndpointConfig();
    config.setApiVersion("63.0");
    component.setConfig(config);
    component.setPackages(Suite.class.getPackageName());
    return component;
  }

  private static void report(String name, Suite suite, Scenario scenario) {
    try {
      scenario.run(suite);
      System.out.println("PASSED\t" + name + "\t");
    } catch (Exception | AssertionError failure) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      System.out.println(
          "FAILED\t" + name + "\t" + trace.toString().replace("\n", "\\n").replace("\t", " "));
    }
  }

  private static Map<String, Scenario> scenarios() {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put("an app signs in with its secret", Suite::countContacts);
    scenarios.put("versions and limits are told", Suite::versionsAndLimits);
    scenarios.put("objects are described", Suite::describe);
    scenarios.put("a query is read page by page", Suite::pages);
    scenarios.put("deleted and merged records are there where they are asked for", Suite::deleted);
    scenarios.put("a record is made, changed, read and deleted", Suite::single);
    scenarios.put("a record is made and changed by a key", Suite::byKey);
    scenarios.put("several records are made, changed, read and deleted at once", Suite::several);
    scenarios.put("several records are made by a key, and one is refused", Suite::severalByKey);
    scenarios.put("a bulk query is read in all its pages", Suite::bulk);
    scenarios.put("a bulk job is aborted and deleted", Suite::abort);
    scenarios.put("a query that makes no sense is refused by a code", Suite::malformed);
    scenarios.put("a session that has ended is renewed", Suite::renewal);
    return scenarios;
  }

  private <T> T ask(String operation, Object body, Class<T> type) {
    return template.requestBody("salesforce:" + operation, body, type);
  }

  private void countContacts() {
    equal(25, contacts("query", "SELECT Id FROM Contact").getTotalSize());
  }

  private Contacts contacts(String operation, String soql) {
    return ask(
        operation + "?sObjectQuery=RAW(" + soql + ")&" + DTO + "$Contacts", null, Contacts.class);
  }

  private void versionsAndLimits() {
    List<?> versions = ask("getVersions", null, List.class);
    equal("63.0", ((Version) versions.getFirst()).getVersion());
    Limits limits = ask("limits", null, Limits.class);
    holds(
        limits.getDailyApiRequests().getMax() > limits.getDailyApiRequests().getRemaining(),
        "no requests were counted");
  }

  private void describe() {
    GlobalObjects all = ask("getGlobalObjects", null, GlobalObjects.class);
    equal(2, all.getSobjects().size());
    SObjectDescription contact =
        ask("getDescription?sObjectName=Contact", null, SObjectDescription.class);
    equal(
        40,
        contact.getFields().stream()
            .filter(field -> field.getName().equals("Phone"))
            .findFirst()
            .orElseThrow()
            .getLength());
  }

  private void pages() {
    Contacts page = contacts("query", "SELECT Id, LastName FROM Contact ORDER BY LastName");
    List<Contact> read = new ArrayList<>(page.getRecords());
    while (!page.getDone()) {
      page = ask("queryMore?" + DTO + "$Contacts", page.getNextRecordsUrl(), Contacts.class);
      read.addAll(page.getRecords());
    }
    equal(
        IntStream.range(100, 125).mapToObj(number -> "Name " + number).toList(),
        read.stream().map(Contact::getLastName).toList());
  }

  private void deleted() {
    String soql = "SELECT LastName FROM Contact WHERE IsDeleted = true";
    equal(0, contacts("query", soql).getTotalSize());
    List<Contact> deleted = contacts("queryAll", soql).getRecords();
    equal(
        List.of("Deleted", "Loser"), deleted.stream().map(Contact::getLastName).sorted().toList());
  }

  private void single() {
    Contact sent = Contact.named(null, "Ana", "Ruiz");
    sent.setDoNotCall(true);
    CreateSObjectResult made = ask("createSObject", sent, CreateSObjectResult.class);
    holds(made.getSuccess(), "not made");
    Contact change = new Contact();
    change.setId(made.getId());
    change.setFirstName("Eva");
    ask("updateSObject?sObjectName=Contact", change, Object.class);
    Contact read = read(made.getId());
    equal("Eva", read.getFirstName());
    equal("Ruiz", read.getLastName());
    equal(true, read.getDoNotCall());
    ask("deleteSObject?sObjectName=Contact", made.getId(), Object.class);
    refused("NOT_FOUND", () -> read(made.getId()));
  }

  private Contact read(String id) {
    return ask(
        "getSObject?sObjectName=Contact&sObjectFields=FirstName,LastName,DoNotCall&"
            + DTO
            + "$Contact",
        id,
        Contact.class);
  }

  private void byKey() {
    UpsertSObjectResult made = upsert(Contact.named("camel-1", "Ana", "Ruiz"));
    equal(true, made.getCreated());
    UpsertSObjectResult changed = upsert(Contact.named("camel-1", "Ana", "Silva"));
    equal(made.getId(), changed.getId());
    equal(false, changed.getCreated());
    ask("deleteSObject?sObjectName=Contact", made.getId(), Object.class);
  }

  private UpsertSObjectResult upsert(Contact contact) {
    return ask(
        "upsertSObject?sObjectName=Contact&sObjectIdName=CallbookId__c",
        contact,
        UpsertSObjectResult.class);
  }

  private void several() {
    List<?> made =
        ask(
            "compositeCreateSObjectCollections",
            List.of(Contact.named(null, "A", "One"), Contact.named(null, "B", "Two")),
            List.class);
    List<String> ids = made.stream().map(result -> ((SaveSObjectResult) result).getId()).toList();
    List<Contact> changes = new ArrayList<>();
    for (String id : ids) {
      Contact change = new Contact();
      change.setId(id);
      change.setFirstName("X");
      changes.add(change);
    }
    ask("compositeUpdateSObjectCollections", changes, List.class);
    List<?> read =
        template.requestBodyAndHeader(
            "salesforce:compositeRetrieveSObjectCollections?sObjectName=Contact"
                + "&sObjectFields=FirstName,LastName&"
                + DTO
                + "$Contact",
            null,
            "sObjectIds",
            ids,
            List.class);
    equal(
        List.of("X One", "X Two"),
        read.stream()
            .map(contact ->
                ((Contact) contact).getFirstName() + " " + ((Contact) contact).getLastName())
            .toList());
    List<?> gone = ask("compositeDeleteSObjectCollections", ids, List.class);
    holds(
        gone.stream().allMatch(result -> ((DeleteSObjectResult) result).getSuccess()),
        "not deleted");
  }

  private void severalByKey() {
    List<?> results =
        ask(
            "compositeUpsertSObjectCollections?sObjectName=Contact&sObjectIdName=CallbookId__c",
            List.of(Contact.named("camel-2", "Ana", "Ruiz"), Contact.named("camel-3", "Eva", null)),
            List.class);
    UpsertSObjectResult made = (UpsertSObjectResult) results.getFirst();
    UpsertSObjectResult refused = (UpsertSObjectResult) results.getLast();
    equal(true, made.getSuccess());
    equal(false, refused.getSuccess());
    equal("REQUIRED_FIELD_MISSING", refused.getErrors().getFirst().getErrorCode());
    ask("deleteSObject?sObjectName=Contact", made.getId(), Object.class);
  }

  private QueryJob bulkJob() {
    QueryJob job = new QueryJob();
    job.setOperation(OperationEnum.QUERY);
    job.setQuery("SELECT Id, LastName FROM Contact");
    return ask("bulk2CreateQueryJob", job, QueryJob.class);
  }

  private void bulk() throws IOException {
    String id = bulkJob().getId();
    QueryJob job = ask("bulk2GetQueryJob?jobId=" + id, null, QueryJob.class);
    for (int look = 0; look < 10 && job.getState() != JobStateEnum.JOB_COMPLETE; look++) {
      job = ask("bulk2GetQueryJob?jobId=" + id, null, QueryJob.class);
    }
    equal(25L, job.getNumberRecordsProcessed());
    List<String> lines = new ArrayList<>();
    String locator = "";
    int pages = 0;
    while (!locator.equals("null")) {
      Map<String, Object> headers = new HashMap<>(Map.of("jobId", id, "maxRecords", 10));
      if (!locator.isEmpty()) {
        headers.put("locator", locator);
      }
      Exchange page =
          template.request(
              "salesforce:bulk2GetQueryJobResults",
              exchange -> exchange.getIn().setHeaders(headers));
      lines.addAll(text(page));
      locator = page.getMessage().getHeader("Sforce-Locator", String.class);
      pages++;
    }
    equal(3, pages);
    // Each page repeats the header.
    equal(28, lines.size());
    equal(3L, lines.stream().filter("\"Id\",\"LastName\""::equals).count());
  }

  private static List<String> text(Exchange page) throws IOException {
    try (InputStream body = page.getMessage().getBody(InputStream.class)) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private void abort() {
    String id = bulkJob().getId();
    QueryJob aborted = ask("bulk2AbortQueryJob?jobId=" + id, null, QueryJob.class);
    equal(JobStateEnum.ABORTED, aborted.getState());
    ask("bulk2DeleteQueryJob?jobId=" + id, null, Object.class);
    refused("NOT_FOUND", () -> ask("bulk2GetQueryJob?jobId=" + id, null, QueryJob.class));
  }

  private void malformed() {
    refused("MALFORMED_QUERY", () -> contacts("query", "SELECT Id FROM Contact WHERE"));
    refused("INVALID_FIELD", () -> contacts("query", "SELECT Nothing FROM Contact"));
  }

  private void renewal() throws IOException, InterruptedException {
    String ended = component.getSession().getAccessToken();
    revoke(ended);
    countContacts();
    holds(!ended.equals(component.getSession().getAccessToken()), "not renewed");
  }

  private void revoke(String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(component.getSession().getInstanceUrl() + "/services/oauth2/revoke"))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
            .build();
    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
  }

  private static void refused(String code, Runnable call) {
    try {
      call.run();
    } catch (CamelExecutionException refusal) {
      Throwable cause = refusal.getCause();
      holds(cause instanceof SalesforceException, "another failure: " + cause);
      SalesforceException theirs =
          cause.getCause() instanceof SalesforceException inner
              ? inner
              : (SalesforceException) cause;
      equal(code, theirs.getErrors().getFirst().getErrorCode());
      return;
    }
    throw new AssertionError("not refused");
  }

  private static void equal(Object expected, Object found) {
    holds(Objects.equals(expected, found), "expected " + expected + ", found " + found);
  }

  private static void holds(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}
