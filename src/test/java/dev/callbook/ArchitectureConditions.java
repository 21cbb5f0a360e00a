package dev.callbook;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.callbook.access.Open;
import dev.callbook.access.OrgId;
import dev.callbook.access.Requires;
import dev.callbook.access.Scope;
import dev.callbook.access.SignedIn;
import jakarta.ws.rs.HttpMethod;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// What [Architecture] asks of classes and methods, in the library's terms.
final class ArchitectureConditions {
  private ArchitectureConditions() {}

  static ArchCondition<JavaClass> dependOnLowerPackagesOnly(String root, List<Set<String>> order) {
    return condition(
        "use only packages of the rows above their own",
        (type, violate) -> {
          String own = feature(root, type);
          if (own.isEmpty()) {
            return;
          }
          int row = row(order, own);
          if (row < 0) {
            violate.accept(type.getName() + ": the package " + own + " has no place in the order");
          }
          for (Dependency use : type.getDirectDependenciesFromSelf()) {
            String used = feature(root, use.getTargetClass());
            boolean inside = use.getTargetClass().getPackageName().startsWith(root);
            if (inside && !used.equals(own) && row(order, used) >= row) {
              violate.accept(use.getDescription());
            }
          }
        });
  }

  private static String feature(String root, JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(root + ".")) {
      return "";
    }
    String below = name.substring(root.length() + 1);
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }

  private static int row(List<Set<String>> order, String feature) {
    return IntStream.range(0, order.size())
        .filter(row -> order.get(row).contains(feature))
        .findFirst()
        // What has no place, and the application around the features, is above all of them.
        .orElse(feature.isEmpty() ? order.size() : -1);
  }

  static ArchCondition<JavaMethod> takeAScopeFirst(
      Set<String> storesOfAnOrganization, Set<String> exempt) {
    return condition(
        "take a Scope, or what carries one, first",
        (method, violate) -> {
          JavaClass owner = method.getOwner();
          String store = owner.getPackage().getRelativeName() + "." + owner.getSimpleName();
          boolean generated = method.getModifiers().contains(JavaModifier.SYNTHETIC);
          if (generated || exempt.contains(store + "." + method.getName())) {
            return;
          }
          boolean takesIt =
              method.getRawParameterTypes().stream()
                  .findFirst()
                  .filter(first ->
                      carriesScope(first)
                          || (first.isEquivalentTo(OrgId.class)
                              && storesOfAnOrganization.contains(store))
                          || (first.isEquivalentTo(ResultSet.class)
                              && method.getModifiers().contains(JavaModifier.STATIC)))
                  .isPresent();
          if (!takesIt) {
            violate.accept(method.getFullName() + " takes no Scope first");
          }
        });
  }

  /// A scope, or a job that keeps the one of whoever ordered it.
  private static boolean carriesScope(JavaClass type) {
    return type.isEquivalentTo(Scope.class)
        || type.getMethods().stream()
            .anyMatch(method ->
                method.getRawParameterTypes().isEmpty()
                    && method.getRawReturnType().isEquivalentTo(Scope.class));
  }

  /// A record's component: `handle` is a noun there.
  static DescribedPredicate<JavaMethod> nameAPart() {
    return DescribedPredicate.describe(
        "that name a record's component",
        method ->
            method.getRawParameterTypes().isEmpty()
                && method.getOwner().tryGetField(method.getName()).isPresent());
  }

  /// What a library calls, and named.
  static DescribedPredicate<JavaMethod> answerALibrary(String root) {
    return DescribedPredicate.describe(
        "that a library named",
        method ->
            Stream.concat(
                    method.getOwner().getAllRawSuperclasses().stream(),
                    method.getOwner().getAllRawInterfaces().stream())
                .filter(type -> !type.getPackageName().startsWith(root))
                .flatMap(type -> type.getMethods().stream())
                .anyMatch(theirs -> theirs.getName().equals(method.getName())));
  }

  static DescribedPredicate<JavaMethod> endpoint(String packages) {
    return DescribedPredicate.describe(
        "endpoints",
        method ->
            JavaClass.Predicates.resideInAPackage(packages).test(method.getOwner())
                && method.getAnnotations().stream()
                    .map(JavaAnnotation::getRawType)
                    .anyMatch(type -> type.isAnnotatedWith(HttpMethod.class)));
  }

  static ArchCondition<JavaMethod> beDeclaredExactlyOnce() {
    return condition(
        "be annotated with one of @Requires, @SignedIn and @Open",
        (method, violate) -> {
          long declared =
              Stream.of(Requires.class, SignedIn.class, Open.class)
                  .filter(method::isAnnotatedWith)
                  .count();
          if (declared != 1) {
            violate.accept(method.getFullName() + " needs one of @Requires, @SignedIn and @Open");
          }
        });
  }

  static ArchCondition<JavaClass> notHaveOneImplementation() {
    return condition(
        "have several implementations, or none but lambdas and generated ones",
        (type, violate) -> {
          long implementations =
              type.getAllSubclasses().stream().filter(sub -> !sub.isInterface()).count();
          if (implementations == 1) {
            violate.accept(type.getName() + " has one implementation: use that instead");
          }
        });
  }

  static ArchCondition<JavaClass> readTheClockUnasked() {
    return condition(
        "read the time without an injected Clock",
        (type, report) -> {
          for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
            if (readsTheClock(call)) {
              report.accept(call.getDescription());
            }
          }
          type.getConstructorCallsFromSelf().stream()
              .filter(call -> call.getTargetOwner().isEquivalentTo(java.util.Date.class))
              .filter(call -> call.getTarget().getRawParameterTypes().isEmpty())
              .forEach(call -> report.accept(call.getDescription()));
        },
        true);
  }

  private static boolean readsTheClock(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    String name = call.getTarget().getName();
    boolean takesClock =
        call.getTarget().getRawParameterTypes().stream()
            .anyMatch(parameter -> parameter.isEquivalentTo(Clock.class));
    return (owner.startsWith("java.time.") && name.equals("now") && !takesClock)
        || (owner.equals("java.time.Clock") && name.matches("system.*|tick.*"))
        || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
  }

  static ArchCondition<JavaClass> beNullMarked() {
    return condition(
        "stand in a package marked @NullMarked",
        (type, violate) -> {
          boolean marked =
              type.getPackage()
                  .tryGetPackageInfo()
                  .filter(info -> info.isAnnotatedWith(NullMarked.class))
                  .isPresent();
          if (!marked) {
            violate.accept(type.getName() + " stands in a package that is not @NullMarked");
          }
        });
  }

  static DescribedPredicate<JavaClass> outermostNameMatching(String pattern) {
    return DescribedPredicate.describe(
        "named " + pattern, type -> outermost(type).getSimpleName().matches(pattern));
  }

  static DescribedPredicate<JavaClass> outermostNameIn(String... names) {
    return DescribedPredicate.describe(
        "one of " + Arrays.toString(names),
        type -> Arrays.asList(names).contains(outermost(type).getName()));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureConditions::outermost).orElse(type);
  }

  private static <T> ArchCondition<T> condition(
      String says, BiConsumer<T, Consumer<String>> check) {
    return condition(says, check, false);
  }

  private static <T> ArchCondition<T> condition(
      String says, BiConsumer<T, Consumer<String>> check, boolean findingsSatisfy) {
    return new ArchCondition<>(says) {
      @Override
      public void check(T item, ConditionEvents events) {
        check.accept(
            item, text -> events.add(new SimpleConditionEvent(item, findingsSatisfy, text)));
      }
    };
  }
}
