package dev.forecourt.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
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
 * Which package of the clients' runtime may see which, what each library is for, and who is public.
 */
class ArchitectureTest {
  private static final String ROOT = "dev.forecourt.runtime";

  private static final JavaClasses RUNTIME =
      new ClassFileImporter()
          .importUrl(VendorClient.class.getProtectionDomain().getCodeSource().getLocation());

  /** The JSON of models; until it has a package of its own, its classes lie in the root. */
  private static final String JSON = "json";

  private static final boolean JSON_LIES_IN_THE_ROOT =
      RUNTIME.stream().noneMatch(type -> type.getPackageName().startsWith(ROOT + "." + JSON));

  /** Package, what it may see beside the JDK and itself, and why. */
  static Stream<Arguments> packages() {
    return Stream.of(
        arguments(
            "limits", Set.of(), "a limit is a number, known to builders, limiters and the loop"),
        arguments("contract", Set.of(), "what a contract says does not depend on how it is called"),
        arguments("async", Set.of(), "it runs any blocking code, and knows no vendor"),
        arguments("http", Set.of(), "it moves bytes, and knows no vendor, secret or JSON"),
        arguments(JSON, Set.of(), "models are read and written without a network"),
        arguments("errors", Set.of(JSON), "the vendor's code stands in the JSON of an error"),
        arguments("encode", Set.of(JSON, "contract"), "queries and forms are written from models"),
        arguments(
            "credentials",
            Set.of("encode", "errors"),
            "a credential is put on a request, and a token that cannot be had is a failure;"
                + " it never sends by itself"),
        arguments(
            "paging",
            Set.of(JSON, "async", "call", "errors"),
            "a walk repeats a call with another query, and reads what a page says of the next:"
                + " it knows no network"),
        arguments(
            "observe",
            Set.of(JSON, "contract", "credentials", "encode", "errors", "http"),
            "listeners see what was sent and what came, without its secrets"),
        arguments(
            "call",
            Set.of(
                JSON,
                "async",
                "contract",
                "credentials",
                "encode",
                "errors",
                "http",
                "limits",
                "observe"),
            "the way of a call passes all the others but paging, which stands on it"));
  }

  private static String named(String part) {
    return ROOT + "." + part + "..";
  }

  private static String[] namedAll(Set<String> parts) {
    return parts.stream()
        .flatMap(
            part ->
                part.equals(JSON) && JSON_LIES_IN_THE_ROOT
                    ? Stream.of(ROOT)
                    : Stream.of(named(part)))
        .toArray(String[]::new);
  }

  @ParameterizedTest(name = "{0} sees {1}, because {2}")
  @MethodSource("packages")
  void aPackageSeesWhatItNeedsAndNothingElseOfOurs(String part, Set<String> sees, String why) {
    DescribedPredicate<JavaClass> forbidden =
        resideInAnyPackage(ROOT + "..")
            .and(DescribedPredicate.not(resideInAnyPackage(named(part))))
            .and(DescribedPredicate.not(resideInAnyPackage(namedAll(sees))));

    noClasses()
        .that()
        .resideInAPackage(named(part))
        .should()
        .dependOnClassesThat(forbidden)
        .because(why)
        .allowEmptyShould(part.equals(JSON) && JSON_LIES_IN_THE_ROOT)
        .check(RUNTIME);
  }

  @Test
  void everyPackageIsInTheTable() {
    assertThat(RUNTIME).hasSizeGreaterThan(100);
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

  /** Library, who may see it, and why. Our own root package stands for the JSON that lies there. */
  static Stream<Arguments> libraries() {
    List<String> json =
        JSON_LIES_IN_THE_ROOT
            ? List.of(ROOT + ".[A-Z]", ROOT + ".(call|encode|errors).")
            : List.of(ROOT + ".json.", ROOT + ".Neighbours");
    return Stream.of(
        arguments(
            "feign..",
            List.of(
                ROOT + ".FeignTransport",
                ROOT + ".Neighbours",
                ROOT + ".call.FeignRequests",
                ROOT + ".call.RequestPlan"),
            "Feign makes the requests of generated interfaces; its versions differ in all else"),
        arguments(
            "org.apache.hc..",
            List.of(ROOT + ".http.", ROOT + ".Neighbours"),
            "HttpCore reads and writes HTTP/1.1"),
        arguments(
            "com.fasterxml..", json, "models are no tree of one library: any mapper reads them"),
        arguments(
            "tools.jackson..",
            List.of(ROOT + ".json.", ROOT + ".Neighbours"),
            "an application may have no Jackson 3"),
        arguments(
            "io.micrometer..",
            List.of(ROOT + ".observe."),
            "an application may have no Micrometer"),
        arguments("org.slf4j..", List.of(ROOT + ".observe."), "an application may have no SLF4J"));
  }

  @ParameterizedTest(name = "{0} only in {1}, because {2}")
  @MethodSource("libraries")
  void aLibraryIsSeenWhereItIsNeededAlone(String library, List<String> by, String why) {
    DescribedPredicate<JavaClass> others =
        describe(
            "are none of " + by,
            type -> by.stream().noneMatch(prefix -> type.getName().matches(prefix + ".*")));

    noClasses()
        .that(others)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because(why)
        .check(RUNTIME);
  }

  @Test
  void nothingElseIsNeeded() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "..",
            "java..",
            "javax.net..",
            "org.jspecify..",
            "feign..",
            "org.apache.hc.core5..",
            "com.fasterxml.jackson..",
            "tools.jackson..",
            "io.micrometer..",
            "org.slf4j..")
        .because("each further JAR would come along with every client")
        .check(RUNTIME);
  }

  /** What people write down in their own code. */
  private static final Map<String, Set<String>> FOR_USERS =
      Map.of(
          "call",
          Set.of("RequestOptions", "RetryPolicy", "Sleeper", "VendorResponse"),
          "contract",
          Set.of("Operation"),
          "credentials",
          Set.of("AccessToken", "TokenStore"),
          "encode",
          Set.of("FilePart"),
          "errors",
          Set.of(
              "BadRequestException",
              "CallCancelledException",
              "ConflictException",
              "CredentialException",
              "Failure",
              "ForbiddenException",
              "NotFoundException",
              "Outcome",
              "RateLimitedException",
              "RequestLimitException",
              "ServerErrorException",
              "TokenPausedException",
              "UnauthorizedException",
              "UnprocessableException",
              "VendorDecodeException",
              "VendorError",
              "VendorException",
              "VendorResponseException",
              "VendorTransportException"),
          "http",
          Set.of("Transport", "TransportFailure", "WireRequest", "WireResponse"),
          "limits",
          Set.of("RateLimit", "RequestLimiter"),
          "observe",
          Set.of(
              "MicrometerRequestListener",
              "ObservationRequestListener",
              "OutgoingRequest",
              "RequestEvent",
              "RequestListener",
              "RequestObservationContext",
              "RequestObservationConvention",
              "Slf4jRequestListener"),
          "paging",
          Set.of("AsyncPages", "Pages"));

  /** What generated services and the vendors' own clients are made of. */
  private static final Map<String, Set<String>> FOR_CLIENTS =
      Map.of(
          "call",
          Set.of(
              "AnswerReader",
              "Call",
              "ClientCredentials",
              "FeignRequests",
              "PreparedRequest",
              "Reading",
              "RequestParameters",
              "VendorConnection",
              "VendorProfile"),
          "contract",
          Set.of("QueryParameters"),
          "credentials",
          Set.of("Credential", "Key", "RequestDraft", "TokenFetch"),
          "encode",
          Set.of("FormFields", "FormModel", "PathValue", "Style", "Styled"),
          "errors",
          Set.of("ErrorBodyReader"),
          "paging",
          Set.of("PageRule"));

  /** What only other packages of the runtime use: public as Java has no word for it. */
  private static final Map<String, Set<String>> BETWEEN_PACKAGES =
      Map.of(
          "async",
          Set.of("AsyncThreads", "CallFuture", "PullSubscription"),
          "call",
          Set.of("Settings"),
          "credentials",
          Set.of("Keys", "Secrets"),
          "encode",
          Set.of("HeaderText", "QueryEncoder", "RequestBody", "Rfc3986"),
          "errors",
          Set.of("HttpStatuses"),
          "http",
          Set.of("HttpSettings", "ProxyLogin", "Transports"),
          "limits",
          Set.of("Durations"),
          "observe",
          Set.of("Listeners", "SystemLogListener"));

  /** The JSON of models and the root have lists of their own as soon as they lie apart. */
  @Test
  void whatIsPublicIsPublicForSomebody() {
    Set<String> listed =
        Stream.of(FOR_USERS, FOR_CLIENTS, BETWEEN_PACKAGES)
            .flatMap(list -> list.entrySet().stream())
            .flatMap(
                part ->
                    part.getValue().stream().map(type -> ROOT + "." + part.getKey() + "." + type))
            .collect(Collectors.toSet());

    assertThat(RUNTIME)
        .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filteredOn(JavaClass::isTopLevelClass)
        .filteredOn(type -> type.getPackageName().startsWith(ROOT + "."))
        .filteredOn(type -> !type.getPackageName().startsWith(ROOT + "." + JSON))
        .extracting(JavaClass::getName)
        .isSubsetOf(listed);
  }

  /** Of those between our packages the users of a client see none, not even in a signature. */
  @Test
  void usersNeverMeetWhatIsOnlyForTheRuntime() {
    Set<String> hidden =
        BETWEEN_PACKAGES.entrySet().stream()
            .flatMap(
                part ->
                    part.getValue().stream().map(type -> ROOT + "." + part.getKey() + "." + type))
            .collect(Collectors.toSet());
    Set<String> shown =
        FOR_USERS.entrySet().stream()
            .flatMap(
                part ->
                    part.getValue().stream().map(type -> ROOT + "." + part.getKey() + "." + type))
            .collect(Collectors.toSet());

    assertThat(RUNTIME)
        .filteredOn(type -> shown.contains(type.getName()))
        .flatMap(JavaClass::getMethods)
        .filteredOn(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .allSatisfy(
            method ->
                assertThat(
                        Stream.concat(
                                Stream.of(method.getRawReturnType()),
                                method.getRawParameterTypes().stream())
                            .map(JavaClass::getName))
                    .as(method.getFullName())
                    .doesNotContainAnyElementsOf(hidden));
  }
}
