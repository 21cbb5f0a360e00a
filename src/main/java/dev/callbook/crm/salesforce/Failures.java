package dev.callbook.crm.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callbook.crm.salesforce.SalesforceFailure.ConcurrentLimit;
import dev.callbook.crm.salesforce.SalesforceFailure.DailyLimit;
import dev.callbook.crm.salesforce.SalesforceFailure.LocatorDead;
import dev.callbook.crm.salesforce.SalesforceFailure.Locked;
import dev.callbook.crm.salesforce.SalesforceFailure.Malformed;
import dev.callbook.crm.salesforce.SalesforceFailure.MissingPermission;
import dev.callbook.crm.salesforce.SalesforceFailure.NotThere;
import dev.callbook.crm.salesforce.SalesforceFailure.ServerTrouble;
import dev.callbook.crm.salesforce.SalesforceFailure.SessionExpired;
import dev.callbook.crm.salesforce.SalesforceFailure.SignInRefused;
import dev.callbook.crm.salesforce.SalesforceFailure.TooLarge;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what an answer that is no success means. Usually it is an array with a code and a text, of
/// tokens an object, and of what stands in front of Salesforce anything at all.
final class Failures {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int QUOTED = 200;
  private static final Pattern UNKNOWN_FIELD =
      Pattern.compile("No such column '([^']+)' on (?:entity '|sobject of type )(\\w+)");
  private static final Pattern UNKNOWN_OBJECT = Pattern.compile("sObject type '(\\w+)'");
  private static final Set<Integer> TRANSIENT = Set.of(406, 420, 428, 429);

  /// These do not heal by signing in again.
  private static final Set<String> SESSION_NEVER_ACCEPTED =
      Set.of(
          "Connected app is not attached to Agent",
          "This session is not valid for use with the REST API");

  private Failures() {}

  /// @param code empty where the body has none
  private record Said(String code, String text) {}

  /// @param body the beginning of it suffices
  static SalesforceFailure of(int status, String body) {
    Said said = read(body);
    return switch (said.code()) {
      case "INVALID_SESSION_ID", "INVALID_AUTH_HEADER" -> session(said);
      case "REQUEST_LIMIT_EXCEEDED" ->
          // The same status and code for both.
          said.text().contains("Concurrent") ? new ConcurrentLimit() : new DailyLimit();
      case "API_DISABLED_FOR_ORG", "API_CURRENTLY_DISABLED" -> new MissingPermission("API Enabled");
      case "INSUFFICIENT_ACCESS", "INSUFFICIENT_ACCESS_OR_READONLY", "FUNCTIONALITY_NOT_ENABLED" ->
          new MissingPermission(said.text());
      case "INVALID_FIELD" -> field(status, said);
      case "INVALID_TYPE" -> object(status, said);
      case "INVALID_QUERY_LOCATOR" -> new LocatorDead();
      case "QUERY_TIMEOUT", "OPERATION_TOO_LARGE", "EXCEEDED_ID_LIMIT" -> new TooLarge(said.code());
      case "NOT_FOUND", "ENTITY_IS_DELETED" -> new NotThere(said.code());
      case "UNABLE_TO_LOCK_ROW" -> new Locked();
      default -> byStatus(status, said);
    };
  }

  private static SalesforceFailure byStatus(int status, Said said) {
    if (status == 401) {
      return session(said);
    }
    if (status == 404 && said.code().isEmpty()) {
      return new NotThere("404");
    }
    if (status == 414 || status == 431 || status == 413) {
      return new TooLarge(String.valueOf(status));
    }
    // A success that is none: a page for people in place of JSON.
    if (status >= 500 || status < 400 || TRANSIENT.contains(status) || said.code().isEmpty()) {
      return new ServerTrouble(status, said.text());
    }
    return new Malformed(status, said.code(), said.text());
  }

  /// @return what a token endpoint's refusal means
  static SalesforceFailure ofSignIn(int status, String body) {
    Said said = read(body);
    return status >= 400 && status < 500 && !said.code().isEmpty()
        ? new SignInRefused(said.code(), said.text())
        : new ServerTrouble(status, said.text());
  }

  private static SalesforceFailure session(Said said) {
    return SESSION_NEVER_ACCEPTED.contains(said.text())
        ? new SignInRefused("INVALID_SESSION_ID", said.text())
        : new SessionExpired();
  }

  private static SalesforceFailure field(int status, Said said) {
    Matcher matcher = UNKNOWN_FIELD.matcher(said.text());
    return matcher.find()
        ? new MissingPermission("field " + matcher.group(2) + "." + matcher.group(1))
        : new Malformed(status, said.code(), said.text());
  }

  private static SalesforceFailure object(int status, Said said) {
    Matcher matcher = UNKNOWN_OBJECT.matcher(said.text());
    return matcher.find()
        ? new MissingPermission("object " + matcher.group(1))
        : new Malformed(status, said.code(), said.text());
  }

  private static Said read(String body) {
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (JsonProcessingException none) {
      return new Said("", quoted(body));
    }
    JsonNode error = json.isArray() ? json.path(0) : json;
    String code = error.path("errorCode").asText(error.path("error").asText(""));
    String text = error.path("message").asText(error.path("error_description").asText(""));
    return code.isEmpty() ? new Said("", quoted(body)) : new Said(code, text);
  }

  private static String quoted(String body) {
    String text = body.strip();
    return text.length() > QUOTED ? text.substring(0, QUOTED) : text;
  }
}
