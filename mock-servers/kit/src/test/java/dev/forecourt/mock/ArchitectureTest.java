package dev.forecourt.mock;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which package of the stubs' runtime may see which, what it needs besides the JDK, and who is
 * public for whom.
 */
final class ArchitectureTest {

  private static final String ROOT = "dev.forecourt.mock";

  private static final JavaClasses RUNTIME =
      new ClassFileImporter()
          .importUrl(MockServer.class.getProtectionDomain().getCodeSource().getLocation());

  /** Package, what it may see beside the JDK and itself, and why. */
  static Stream<Arguments> packages() {
    return Stream.of(
        arguments("text", Set.of(), "texts are shown and compared, whatever they are about"),
        arguments("json", Set.of("text"), "JSON is read and written, whatever it is about"),
        arguments("http", Set.of("json"), "a request and its answer know no vendor"),
        arguments("https", Set.of("http"), "a certificate names hosts, whoever shows it"),
        arguments("memory", Set.of("http"), "what does not fit is refused, whatever it is"),
        arguments(
            "store",
            Set.of("json", "memory", "text"),
            "rows are read, weighed and written as JSON"),
        arguments("disk", Set.of("json", "memory", "store"), "a file holds the rows of tables"),
        arguments(
            "contract",
            Set.of("http", "json", "text"),
            "what a contract says does not depend on what is remembered or who calls"),
        arguments(
            "credentials",
            Set.of("contract", "http"),
            "who calls, for which operation: nothing of what it then does"),
        arguments(
            "state",
            Set.of("disk", "http", "json", "memory", "store"),
            "what is remembered outlives requests: it knows no operation"),
        arguments(
            "journal",
            Set.of("contract", "credentials", "http", "json", "memory", "text"),
            "what came is looked at without the stub that answered"),
        arguments(
            "control",
            Set.of(
                "contract",
                "credentials",
                "http",
                "journal",
                "json",
                "memory",
                "state",
                "store",
                "text"),
            "controls look into a stub and disturb it, but do not run it"),
        arguments(
            "vendor",
            Set.of("control", "http", "journal", "state"),
            "what a vendor gives is told without saying how it is run"),
        arguments(
            "scenario",
            Set.of("http", "journal", "json", "memory", "state", "store", "text", "vendor"),
            "a scenario is put into a stub from outside, by what everybody may call"),
        arguments(
            "verify",
            Set.of("contract", "journal", "json", "text"),
            "what came is verified by what the journal shows"),
        arguments("later", Set.of("http"), "a task that runs later may be anybody's"),
        arguments(
            "engine",
            Set.of(
                "contract",
                "control",
                "credentials",
                "http",
                "journal",
                "json",
                "memory",
                "scenario",
                "state",
                "store",
                "vendor"),
            "the way of a request passes all the others"),
        arguments(
            "serving",
            Set.of("http", "json", "vendor"),
            "how a mock is reached does not depend on what it answers"),
        arguments(
            "convention",
            Set.of(
                "contract",
                "control",
                "credentials",
                "engine",
                "http",
                "journal",
                "json",
                "state",
                "store",
                "text",
                "vendor"),
            "what a generated vendor does is built of what the others by hand are built of"));
  }

  @ParameterizedTest(name = "{0} sees {1}, because {2}")
  @MethodSource("packages")
  void aPackageSeesWhatItNeedsAndNothingElseOfOurs(String part, Set<String> sees, String why) {
    DescribedPredicate<JavaClass> forbidden =
        resideInAnyPackage(ROOT + "..")
            .and(DescribedPredicate.not(resideInAnyPackage(named(part))))
            .and(
                DescribedPredicate.not(
                    resideInAnyPackage(
                        sees.stream().map(ArchitectureTest::named).toArray(String[]::new))));

    noClasses()
        .that()
        .resideInAPackage(named(part))
        .should()
        .dependOnClassesThat(forbidden)
        .because(why)
        .check(RUNTIME);
  }

  private static String named(String part) {
    return ROOT + "." + part + "..";
  }

  @Test
  void everyPackageIsInTheTable() {
    assertThat(RUNTIME).hasSizeGreaterThan(80);
    Set<String> known =
        packages().map(row -> (String) row.get()[0]).collect(Collectors.toCollection(TreeSet::new));

    assertThat(RUNTIME)
        .extracting(JavaClass::getPackageName)
        .filteredOn(name -> name.startsWith(ROOT + "."))
        .extracting(name -> name.substring(ROOT.length() + 1).replaceFirst("\\..*", ""))
        .isSubsetOf(known);
  }

  @Test
  void noPackagesDependOnEachOtherInACircle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(RUNTIME);
  }

  @Test
  void nothingElseIsNeeded() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "..",
            "java..",
            "javax.crypto..",
            "javax.net.ssl..",
            "com.sun.net.httpserver..",
            "com.fasterxml.jackson.core..",
            "org.jspecify..")
        .because("a stub starts within half a second, inside somebody else's test")
        .check(RUNTIME);
  }

  /** Library, who may see it, and why. */
  static Stream<Arguments> libraries() {
    return Stream.of(
        arguments(
            "com.fasterxml..", ROOT + ".json..", "one place knows how JSON is read and written"),
        arguments("com.sun..", ROOT, "the process serves by another transport"));
  }

  @ParameterizedTest(name = "{0} only in {1}, because {2}")
  @MethodSource("libraries")
  void aLibraryIsSeenWhereItIsNeededAlone(String library, String by, String why) {
    noClasses()
        .that()
        .resideOutsideOfPackage(by)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because(why)
        .check(RUNTIME);
  }

  /** What tests and people's own code write down. */
  private static final Map<String, Set<String>> FOR_USERS =
      Map.of(
          "disk",
          Set.of("StateFileProblem"),
          "https",
          Set.of("CertificateProblem"),
          "journal",
          Set.of("NearestOperation", "RecordedMessage", "RecordedRequest"),
          "store",
          Set.of("StateProblem", "StateTooLarge"),
          "verify",
          Set.of("RequestPattern", "ValuePattern"));

  /** What vendors are made of, by hand and generated. */
  private static final Map<String, Set<String>> FOR_VENDORS =
      Map.ofEntries(
          Map.entry(
              "contract",
              Set.of(
                  "Answers",
                  "Body",
                  "BodyType",
                  "Check",
                  "Coerce",
                  "Contract",
                  "ErrorShape",
                  "Example",
                  "FormFields",
                  "Format",
                  "Inputs",
                  "Operation",
                  "PathPattern",
                  "Place",
                  "QueryField",
                  "Rules",
                  "SecurityScheme",
                  "StyledParameter",
                  "Take",
                  "TextPattern",
                  "TextType",
                  "Violations")),
          Map.entry("control", Set.of("ControlBody", "MovableClock")),
          Map.entry(
              "convention",
              Set.of(
                  "Call",
                  "Collection",
                  "ConventionState",
                  "ConventionVendor",
                  "ErrorTemplate",
                  "ItemPlan",
                  "Items")),
          Map.entry(
              "credentials",
              Set.of(
                  "AbstractAccess",
                  "Authenticator",
                  "Credential",
                  "Credentials",
                  "KnownKeys",
                  "RateLimit",
                  "RequestLimit",
                  "TokenCredential")),
          Map.entry("engine", Set.of("ExtraRoute", "StubEngine")),
          Map.entry("http", Set.of("MockRequest", "MockResponse", "Refusal")),
          Map.entry(
              "json",
              Set.of(
                  "JsonMember",
                  "JsonProblem",
                  "JsonReader",
                  "JsonTree",
                  "JsonValue",
                  "JsonWriter")),
          Map.entry("later", Set.of("BoundedAnswer", "Later", "LaterThreads")),
          Map.entry("memory", Set.of("Weight")),
          Map.entry("state", Set.of("VendorState")),
          Map.entry(
              "store",
              Set.of(
                  "EntityStore",
                  "Filter",
                  "Ids",
                  "Index",
                  "Page",
                  "RowProblem",
                  "RowType",
                  "SeedRows",
                  "SeedText",
                  "Table",
                  "Tables")),
          Map.entry("text", Set.of("Shown", "Spelling")),
          Map.entry(
              "vendor",
              Set.of(
                  "AbstractVendor",
                  "CallTargets",
                  "MockSettings",
                  "Vendor",
                  "VendorStub",
                  "Vendors")));

  /** What other packages of the runtime and the process that serves all vendors use. */
  private static final Map<String, Set<String>> FOR_THE_PROCESS =
      Map.ofEntries(
          Map.entry(
              "contract",
              Set.of(
                  "Acceptable",
                  "AnswerCheck",
                  "Multipart",
                  "NearMiss",
                  "PathSegments",
                  "UrlEncoded")),
          Map.entry(
              "control",
              Set.of(
                  "ControlAccess", "Controls", "Disturbance", "Faults", "Preference", "Preflight")),
          Map.entry("credentials", Set.of("SchemeWord", "Secrets")),
          Map.entry("disk", Set.of("StateFile")),
          Map.entry("engine", Set.of("SeedFile", "Sessions")),
          Map.entry("http", Set.of("Cors", "Fault", "HostName", "MovedRequest")),
          Map.entry(
              "journal",
              Set.of("Handled", "Journal", "JournalFilter", "JournalWriter", "UnknownName")),
          Map.entry("https", Set.of("MockCertificate")),
          Map.entry("memory", Set.of("BodyBuffer", "Budget", "Budgets", "HeldAnswer", "Share")),
          Map.entry("scenario", Set.of("ScenarioControls", "Scenarios")),
          Map.entry("serving", Set.of("BasePath", "Listening", "ServedStub", "Serving")),
          Map.entry("state", Set.of("ChangeWatch", "Seed", "StateKeeper")),
          Map.entry("store", Set.of("StateDocument")),
          Map.entry("text", Set.of("Utf8")),
          Map.entry("vendor", Set.of("RandomIds")),
          Map.entry("verify", Set.of("Verification")));

  @Test
  void whatIsPublicIsPublicForSomebody() {
    Set<String> listed =
        Stream.of(FOR_USERS, FOR_VENDORS, FOR_THE_PROCESS)
            .flatMap(list -> list.entrySet().stream())
            .flatMap(
                part ->
                    part.getValue().stream().map(type -> ROOT + "." + part.getKey() + "." + type))
            .collect(Collectors.toCollection(TreeSet::new));

    List<String> found =
        RUNTIME.stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> type.getPackageName().startsWith(ROOT + "."))
            .map(JavaClass::getName)
            .toList();

    assertThat(found).containsExactlyInAnyOrderElementsOf(listed);
  }
}
