package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One wrong change of a contract.
 *
 * @param kind what is done
 * @param place what it is done to, as a pointer in the bundled contract
 * @param change what it was and what it becomes, such as {@code 100 -> 101}
 * @param holder pointer to the object that is edited
 * @param edit the change itself; also applied to the file in which the object stands
 * @param documented whether the vendor's text states what is changed; otherwise it is our decision
 * @param operations ids of the operations that use it
 */
record Mutant(
    Kind kind,
    String place,
    String change,
    String holder,
    Consumer<ObjectNode> edit,
    boolean documented,
    Set<String> operations) {

  /** Name that stays the same from run to run. */
  String id() {
    return kind.label() + ":" + place + ":" + change.replaceAll(".*-> ", "").replace(' ', '-');
  }
}
