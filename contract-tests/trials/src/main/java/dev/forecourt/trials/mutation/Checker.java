package dev.forecourt.trials.mutation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who may notice a wrong change: a part of the tests, called as a library. */
interface Checker {
  /** Name in reports, such as {@code inventory}. */
  String name();

  /**
   * All that is wrong with a contract.
   *
   * @param contract the contract, with the mutant's change in its document
   * @param mutant the change; null for the contract as it is
   */
  Set<String> problems(ContractCopy contract, @Nullable Mutant mutant);
}
