package dev.forecourt.mock.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.forecourt.mock.convention.ConventionVendor;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vendor's stub is laid out alike: who knows one finds the way in all. */
final class VendorLayoutTest {

  private static final String ROOT = "dev.forecourt.mock";

  /** Last word of a class that each vendor writes by hand, and what it is. */
  private static final Map<String, String> BY_HAND =
      Map.of(
          "Vendor", "says which vendor it is, and opens a stub",
          "Access", "says who calls, or refuses",
          "Behaviour", "does what an operation does",
          "State", "is all that is remembered",
          "Errors", "is how a refusal looks");

  /** Those that are made from the contract. */
  private static final List<String> GENERATED =
      List.of("Answers", "Api", "Checks", "Contract", "Operations");

  // a reader of class files takes a second for each
  private static final List<Named<Stub>> STUBS =
      Vendors.all().stream()
          .filter(each -> !(each instanceof ConventionVendor)) // generated in full
          .map(each -> Named.of(each.id(), Stub.of(each)))
          .toList();

  static List<Named<Stub>> stubs() {
    return STUBS;
  }

  @ParameterizedTest
  @MethodSource("stubs")
  void hasTheClassesThatEachHas(Stub stub) {
    List<String> expected =
        Stream.concat(
                Stream.concat(BY_HAND.keySet().stream(), GENERATED.stream())
                    .map(word -> stub.prefix() + word),
                Stream.of("Caller"))
            .map(name -> stub.name() + "." + name)
            .toList();

    assertThat(stub.classes()).extracting(JavaClass::getName).containsAll(expected);
  }

  @ParameterizedTest
  @MethodSource("stubs")
  void showsItsVendorToOthersAndNothingElse(Stub stub) {
    assertThat(stub.classes())
        .filteredOn(JavaClass::isTopLevelClass)
        .filteredOn(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
        .extracting(JavaClass::getSimpleName)
        .containsExactly(stub.prefix() + "Vendor");
  }

  @ParameterizedTest
  @MethodSource("stubs")
  void knowsCallersAsRecords(Stub stub) {
    assertThat(stub.classes().get(stub.name() + ".Caller").isRecord()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("stubs")
  void needsTheRuntimeAndNothingElse(Stub stub) {
    String[] runtime =
        Stream.of(
                "contract",
                "control",
                "credentials",
                "engine",
                "http",
                "json",
                "later",
                "memory",
                "state",
                "store",
                "text",
                "vendor")
            .map(part -> ROOT + "." + part)
            .toArray(String[]::new);

    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Stream.concat(
                    Stream.of(runtime),
                    Stream.of(stub.name(), "java..", "javax.crypto..", "org.jspecify.."))
                .toArray(String[]::new))
        .because("a stub starts within half a second, inside somebody else's test")
        .check(stub.classes());
  }

  @ParameterizedTest
  @MethodSource("stubs")
  void keepsNothingBesideItsState(Stub stub) {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocal.class)
        .because("who calls comes with the request")
        .check(stub.classes());
    fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .because("a JVM may have several stubs of a vendor")
        .check(stub.classes());
  }

  /** The classes of one vendor. */
  record Stub(String name, String prefix, JavaClasses classes) {

    static Stub of(Vendor vendor) {
      String id = vendor.id();
      String prefix = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
      return new Stub(
          vendor.getClass().getPackageName(),
          prefix,
          new ClassFileImporter()
              .importUrl(
                  Objects.requireNonNull(
                      vendor.getClass().getProtectionDomain().getCodeSource().getLocation())));
    }
  }
}
