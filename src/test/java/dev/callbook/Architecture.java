package dev.callbook;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static dev.callbook.ArchitectureConditions.answerALibrary;
import static dev.callbook.ArchitectureConditions.beDeclaredExactlyOnce;
import static dev.callbook.ArchitectureConditions.beNullMarked;
import static dev.callbook.ArchitectureConditions.dependOnLowerPackagesOnly;
import static dev.callbook.ArchitectureConditions.endpoint;
import static dev.callbook.ArchitectureConditions.nameAPart;
import static dev.callbook.ArchitectureConditions.notHaveOneImplementation;
import static dev.callbook.ArchitectureConditions.outermostNameIn;
import static dev.callbook.ArchitectureConditions.outermostNameMatching;
import static dev.callbook.ArchitectureConditions.readTheClockUnasked;
import static dev.callbook.ArchitectureConditions.takeAScopeFirst;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The rules of the code's structure, for the packages below one root: the product, or the examples
/// that prove that each rule bites.
record Architecture(String root) {
  /// From the ground up; a package may use those of the rows above its own.
  static final List<Set<String>> ORDER =
      List.of(
          Set.of("platform", "phone"),
          Set.of("wire"),
          Set.of("access"),
          Set.of("web"),
          Set.of("change", "people", "openapi"),
          Set.of("directory"),
          Set.of("externalsource", "customfield"),
          Set.of("organization"),
          Set.of("contact"),
          Set.of("note", "relationship", "lookup"),
          Set.of("identity"),
          Set.of("csvimport", "interaction", "export", "crm"),
          Set.of("workspace", "numberbench", "bulkaction", "audit"),
          Set.of("home"),
          Set.of("demo"));

  /// What the token, the session or the first start is looked up by, before there is a scope: these
  /// find it. Users, roles, clients, divisions and schemas belong to no division, and neither do
  /// the systems that report calls, nor a call: their organization is their whole scope and comes
  /// first.
  static final Set<String> STORES_OF_AN_ORGANIZATION =
      Set.of(
          "access.AccessStore",
          "access.ClientStore",
          "access.DivisionStore",
          "access.GrantStore",
          "access.OrgStore",
          "access.PasswordLinkStore",
          "access.RateStore",
          "access.RoleStore",
          "access.SessionStore",
          "access.UserStore",
          "oauth.CodeStore",
          "oauth.LoginStore",
          "customfield.SchemaStore",
          "interaction.CallFigureStore",
          "interaction.InteractionStore",
          "interaction.SourceStore");

  /// Store methods that take neither a scope nor an organization first, and why.
  static final Map<String, String> WITHOUT_SCOPE =
      Map.ofEntries(
          Map.entry("access.AccessStore.removeExpired", "ends what is over, whoever's it is"),
          Map.entry(
              "access.ClientStore.registrations", "the OAuth endpoints know a client's id only"),
          Map.entry("oauth.CodeStore.removeExpired", "forgets what is over, whoever's it is"),
          Map.entry("oauth.LoginStore.removeExpired", "the same"),
          Map.entry("access.OrgStore.lockFirstStart", "there is no organization yet"),
          Map.entry("access.RateStore.removeBefore", "forgets what is over, whoever's it is"),
          Map.entry("access.OrgStore.all", "asks whether there is an organization"),
          Map.entry(
              "access.PasswordLinkStore.removeExpired", "forgets what is over, whoever's it is"),
          Map.entry("access.UserStore.byEmail", "sign-in knows an e-mail only"),
          Map.entry(
              "change.ChangeStore.append",
              "takes the organization; its entries were made within a scope"),
          Map.entry("change.ChangeStore.copy", "the same, for an import's batch"),
          Map.entry(
              "contact.ContactExpiryStore.organizations", "finds what is old, whoever's it is"),
          Map.entry(
              "contact.ContactLoadStore.settle", "the database's housekeeping, of whole tables"),
          Map.entry(
              "csvimport.CsvUploadStore.forgetUnsent", "forgets what is old, whoever's it is"),
          Map.entry(
              "export.ExportJobStore.claim",
              "takes the export that waited longest, whoever's it is"),
          Map.entry(
              "bulkaction.BulkJobStore.claim",
              "takes the action that waited longest, whoever's it is"),
          Map.entry("bulkaction.BulkStore.forget", "forgets what is old, whoever's it is"),
          Map.entry("export.ExportStore.forget", "forgets what is old, whoever's it is"),
          Map.entry(
              "duplicate.DuplicateStore.organizations", "each is looked through, whoever's it is"),
          Map.entry("csvimport.MatchStore.count", "the database's statistics, of whole tables"),
          Map.entry(
              "csvimport.JobStore.claim", "takes the import that waited longest, whoever's it is"),
          Map.entry("csvimport.UndoJobStore.claim", "the same, of undos"),
          Map.entry(
              "interaction.CallFigureStore.organizations", "counts calls, whoever's they are"),
          Map.entry(
              "interaction.InteractionStore.forgetHeard", "forgets what is old, whoever's it is"),
          Map.entry("interaction.SourceStore.byId", "a signed event names its source only"));

  /// Who may speak the public API's shapes besides resources and the shapes themselves: those that
  /// translate them into records and back.
  private static final String TRANSLATORS =
      ".*(Api|Json|Reader|Writer|Edits|Listings|Answers|References|Identification|Posted)";

  private static final DescribedPredicate<JavaClass> SQL =
      JavaClass.Predicates.resideInAnyPackage(
          "org.jdbi..", "java.sql..", "javax.sql..", "org.postgresql..");

  private String all() {
    return root + "..";
  }

  ArchRule packages_use_only_those_below_them() {
    return classes().that(resideInAPackage(all())).should(dependOnLowerPackagesOnly(root, ORDER));
  }

  ArchRule only_stores_speak_sql() {
    return noClasses()
        .that(resideInAPackage(all()))
        .and()
        .resideOutsideOfPackages(root + ".platform..", root)
        .and(DescribedPredicate.not(outermostNameMatching(".*(Store|Rows)")))
        // Begins and ends the transactions of an import's batches; speaks no SQL itself.
        .and(DescribedPredicate.not(outermostNameIn(root + ".csvimport.Transactions")))
        .should(dependOnClassesThat(SQL));
  }

  ArchRule rows_only_read_results() {
    return noClasses()
        .that(resideInAPackage(all()))
        .and()
        .resideOutsideOfPackage(root + ".platform..")
        .and(outermostNameMatching(".*Rows"))
        // What the stores of one record type share: a set of rows in, as one statement.
        .and(DescribedPredicate.not(outermostNameIn(root + ".directory.Rows")))
        .should(
            dependOnClassesThat(
                SQL.and(
                    DescribedPredicate.not(
                        JavaClass.Predicates.belongToAnyOf(
                            ResultSet.class, SQLException.class, Timestamp.class, Array.class)))));
  }

  ArchRule only_resources_and_translators_use_wire_shapes() {
    DescribedPredicate<JavaClass> shapes =
        resideInAPackage(all())
            .and(DescribedPredicate.not(resideInAPackage(root + ".wire..")))
            .and(outermostNameMatching(".*Json"));
    return noClasses()
        .that(resideInAPackage(all()))
        .and(DescribedPredicate.not(outermostNameMatching(TRANSLATORS)))
        .should(dependOnClassesThat(shapes));
  }

  ArchRule only_pages_render_templates() {
    return noClasses()
        .that(resideInAPackage(all()))
        .and()
        .resideOutsideOfPackage(root + ".web..")
        .and(DescribedPredicate.not(outermostNameMatching(".*(Pages|Templates|Messages)")))
        .should(dependOnClassesThat(resideInAPackage("io.quarkus.qute..")));
  }

  ArchRule stores_take_a_scope_first() {
    return methods()
        .that()
        .areDeclaredInClassesThat(resideInAPackage(all()).and(nameEndsWith("Store")))
        .and()
        .areNotPrivate()
        .should(takeAScopeFirst(STORES_OF_AN_ORGANIZATION, WITHOUT_SCOPE.keySet()));
  }

  ArchRule endpoints_say_who_may_enter() {
    return methods().that(endpoint(all())).should(beDeclaredExactlyOnce());
  }

  ArchRule names_say_what_things_are() {
    return noClasses()
        .that(resideInAPackage(all()))
        .should()
        .haveNameMatching(".*[.$]([A-Z]\\w*)?(Utils?|Helper|Manager)\\w*")
        .orShould()
        .haveNameMatching(".*(Impl|Dto|DTO)");
  }

  ArchRule methods_say_what_they_do() {
    return noMethods()
        .that()
        .areDeclaredInClassesThat(resideInAPackage(all()))
        .and(DescribedPredicate.not(nameAPart()))
        .and(DescribedPredicate.not(answerALibrary(root)))
        .should()
        .haveNameMatching("(process|handle|manage|execute)([A-Z]\\w*)?");
  }

  ArchRule interfaces_have_several_implementations() {
    return classes()
        .that(resideInAPackage(all()))
        .and()
        .areInterfaces()
        .should(notHaveOneImplementation());
  }

  ArchRule time_comes_from_the_clock() {
    return noClasses()
        .that(resideInAPackage(all()))
        .and(DescribedPredicate.not(outermostNameIn(root + ".platform.Producers")))
        .should(readTheClockUnasked());
  }

  ArchRule ids_come_from_ids() {
    return noClasses()
        .that(resideInAPackage(all()))
        .and(DescribedPredicate.not(outermostNameIn(root + ".platform.Ids")))
        // None of these names a record: one ties an answer to its log lines, two name a node and a
        // file.
        .and(
            DescribedPredicate.not(
                outermostNameIn(
                    root + ".web.ContextId",
                    root + ".platform.Announcements",
                    root + ".platform.DataFolder")))
        .should()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat(resideInAPackage("com.github.f4b6a3.."));
  }

  ArchRule nothing_is_kept_in_a_thread() {
    return noClasses()
        .that(resideInAPackage(all()))
        .should(
            dependOnClassesThat(
                JavaClass.Predicates.belongToAnyOf(
                    ThreadLocal.class, InheritableThreadLocal.class)));
  }

  ArchRule nobody_sleeps() {
    return noClasses()
        .that(resideInAPackage(all()))
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", java.time.Duration.class);
  }

  ArchRule requests_leave_by_one_door() {
    return noClasses()
        .that(resideInAPackage(all()))
        .and(DescribedPredicate.not(outermostNameIn(root + ".platform.Outgoing")))
        .should(
            dependOnClassesThat(
                JavaClass.Predicates.belongToAnyOf(HttpClient.class, URLConnection.class)));
  }

  ArchRule beans_are_built_by_their_constructors() {
    return noFields()
        .that()
        .areDeclaredInClassesThat(resideInAPackage(all()))
        .should()
        .beAnnotatedWith(Inject.class);
  }

  ArchRule fields_of_beans_are_final() {
    return fields()
        .that()
        .areDeclaredInClassesThat(
            resideInAPackage(all())
                .and(
                    JavaClass.Predicates.simpleNameEndingWith("Store")
                        .or(JavaClass.Predicates.simpleNameEndingWith("Api"))))
        .should()
        .beFinal();
  }

  ArchRule null_is_marked() {
    return classes().that(resideInAPackage(all())).should(beNullMarked());
  }

  private static DescribedPredicate<JavaClass> nameEndsWith(String suffix) {
    return JavaClass.Predicates.simpleNameEndingWith(suffix);
  }
}
