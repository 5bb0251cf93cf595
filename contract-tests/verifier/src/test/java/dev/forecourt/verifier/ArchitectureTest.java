package dev.forecourt.verifier;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package of the verifier may see which, and who may see the libraries of Pact. */
final class ArchitectureTest {
  private static final String ROOT = "dev.forecourt.verifier";

  private static final JavaClasses VERIFIER =
      new ClassFileImporter()
          .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

  /** Package, what it may see of ours beside itself, and why. */
  static Stream<Arguments> packages() {
    return Stream.of(
        arguments("contract", Set.of(), "a contract is a tree, whoever is checked against it"),
        arguments("output", Set.of(), "findings are written, whatever they are about"),
        arguments(
            "check",
            Set.of("contract"),
            "one exchange is checked, whether a pact, a recording or a proxy has it"),
        arguments(
            "replay", Set.of("contract"), "requests are sent, whatever is made of the answers"),
        arguments(
            "pact",
            Set.of("check", "contract", "output", "replay"),
            "a pact is checked against the contract and asked of a stub"),
        arguments(
            "traffic",
            Set.of("check", "contract", "output", "report"),
            "recordings become exchanges; what was found is a column of the report"),
        arguments("proxy", Set.of("traffic"), "what passes is traffic"),
        arguments(
            "live",
            Set.of("check", "contract", "replay", "report", "traffic"),
            "a vendor's answers are traffic that we cause ourselves"),
        arguments(
            "diff",
            Set.of("check", "contract", "output", "pact"),
            "a change is compared by itself, and by the pacts that it breaks"),
        arguments("report", Set.of("contract"), "the report reads files and runs nothing"),
        arguments(
            "cli",
            Set.of(
                "check",
                "contract",
                "diff",
                "live",
                "output",
                "pact",
                "proxy",
                "replay",
                "report",
                "traffic"),
            "the commands call all the others"));
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
        .check(VERIFIER);
  }

  @Test
  void everyPackageIsInTheTable() {
    Set<String> table = packages().map(each -> (String) each.get()[0]).collect(Collectors.toSet());
    Set<String> found = new TreeSet<>();
    for (JavaClass each : VERIFIER) {
      found.add(
          each.getPackageName().replaceFirst("^" + ROOT + "\\.?", "").replaceFirst("\\..*", ""));
    }
    found.remove(""); // the class with main

    assertThat(found).isEqualTo(table);
  }

  /** What is built on the checker alone stays small: Pact and stubs are no part of it. */
  @Test
  void theCheckerKnowsNothingOfPactAndStubs() {
    noClasses()
        .that()
        .resideInAnyPackage(
            named("contract"), named("check"), named("output"), named("traffic"), named("proxy"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("au.com.dius..", "dev.forecourt.mock..", "kotlin.."))
        .check(VERIFIER);
  }

  @Test
  void onlyTheCommandsKnowTheLibraryOfTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(named("cli"))
        .should()
        .dependOnClassesThat(resideInAnyPackage("picocli.."))
        .check(VERIFIER);
  }

  private static String named(String part) {
    return ROOT + "." + part + "..";
  }
}
