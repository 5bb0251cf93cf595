package dev.forecourt.contract.rules;

import com.networknt.schema.SchemaException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** A rule that contracts keep; its name is the one that a failure prints. */
public interface Rule {
  /** All places of the contract that break this rule; empty if it is kept. */
  List<Violation> check(Contract contract);

  /**
   * The same; where the rule cannot read what it needs, such as a line of the inventory, that is a
   * violation. Of a document that is not valid its own rule speaks alone.
   */
  static List<Violation> found(Rule rule, Contract contract) {
    try {
      return rule.check(contract);
    } catch (IllegalArgumentException | UncheckedIOException | SchemaException e) {
      boolean said =
          !(rule instanceof DocumentIsValidOpenApi)
              && !new DocumentIsValidOpenApi().check(contract).isEmpty();
      String file = contract.label(contract.root());
      String right = "mend this place; the rule is checked after that";
      return said ? List.of() : List.of(new Violation(file, "what it needs", reason(e), right));
    }
  }

  private static String reason(RuntimeException e) {
    return e.getCause() instanceof NoSuchFileException missing
        ? "there is no file " + missing.getFile()
        : e.getMessage();
  }

  /** Name in failures, such as {@code EveryPropertyIsDescribed}. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** The rules that this contract keeps: those of an imported one, where it is one. */
  static List<Rule> of(Contract contract) {
    return contract.isImported() ? imported() : all();
  }

  /** The rules of contracts made of a vendor's file: structure binds, words are the vendor's. */
  static List<Rule> imported() {
    return List.of(
        new DocumentIsValidOpenApi(),
        new VendorFilesAreAsGiven(),
        new ContractIsVendorFileWithOverlay(),
        new ImportLeavesNothingToDo());
  }

  /** Every rule, in the order in which a person would want to hear of them. */
  static List<Rule> all() {
    return List.of(
        new DocumentIsValidOpenApi(),
        new FileNamesAreDigestible(),
        new LiteralPathsBeatTemplates(),
        new OperationIdsAreVerbAndNoun(),
        new EveryOperationIsSecured(),
        new EveryOperationHasSuccessAndFailure(),
        new EveryPropertyIsDescribed(),
        new EnumValuesAreDescribed(),
        new NullStandsBesideEnumerations(),
        new PatternsMeanTheSameEverywhere(),
        new DefaultsAreSaid(),
        new DeprecatedSaysWhatToUse(),
        new UnitsAndZonesAreSaid(),
        new EverythingSaysItsSource(),
        new EveryComponentIsUsed(),
        new ExamplesFitTheirSchemas(),
        new EvidenceFitsItsSchema(),
        new InventoryAgreesWithContract());
  }
}
