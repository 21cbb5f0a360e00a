package dev.callbook.sdk;

import com.mypurecloud.sdk.v2.ApiException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The official Java SDK against a running Callbook. Run by `JavaSdkTest`, in a JVM of its own,
/// since the SDK brings other versions of libraries that Callbook has too.
///
/// Arguments: the address, a token, the id of a user, and the ids of the operations that are
/// served, by commas. On the output a line for each scenario: `PASSED`, `SKIPPED` (it needs what is
/// not served) or `FAILED` with its name, and after them `CALLED` for each operation called.
public final class Suite {
  private static final List<Class<?>> SCENARIOS =
      List.of(
          AccessScenarios.class,
          BulkScenarios.class,
          ContactScenarios.class,
          IdentityScenarios.class,
          LookupScenarios.class,
          NoteScenarios.class,
          OrganizationScenarios.class,
          RelationshipScenarios.class,
          ScanScenarios.class,
          SchemaScenarios.class);

  private Suite() {}

  public static void main(String[] arguments) {
    Sdk sdk = new Sdk(arguments[0], arguments[1], arguments[2]);
    Set<String> served = Set.of(arguments[3].split(","));
    SCENARIOS.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Scenario.class))
        .sorted(Comparator.comparing(Method::getName))
        .forEach(scenario -> run(scenario, sdk, served));
    sdk.called().forEach(address -> say("CALLED", address, ""));
  }

  private static void run(Method scenario, Sdk sdk, Set<String> served) {
    if (!served.containsAll(List.of(scenario.getAnnotation(Scenario.class).needs()))) {
      say("SKIPPED", scenario.getName(), "");
      return;
    }
    try {
      scenario.invoke(null, sdk);
      say("PASSED", scenario.getName(), "");
    } catch (InvocationTargetException failed) {
      say("FAILED", scenario.getName(), trace(failed.getCause()));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What was thrown, and for a refusal its body, in one line.
  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    if (failure instanceof ApiException refusal) {
      text.append(refusal.getStatusCode() + " " + refusal.getRawBody() + "\n");
    }
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static void say(String outcome, String name, String why) {
    System.out.println(
        outcome + "\t" + name + "\t" + why.replace("\\", "\\\\").replace("\n", "\\n"));
  }
}
