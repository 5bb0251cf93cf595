package dev.forecourt.mock.codegen;

import java.util.List;

/**
 * One record that answers show.
 *
 * @param name of the record
 * @param comment what the contract says of it
 * @param members in the contract's order
 * @param open whether the contract names further members only by their type
 */
record AnswerShape(String name, String comment, List<AnswerMember> members, boolean open) {

  // a constructor takes 255 slots, of which a long is two
  private static final int MOST_SLOTS = 250;
  private static final int MOST_WITHOUT_BUILDER = 6;

  /** The same, if Java can hold it. */
  AnswerShape checked() {
    if (2 * members.stream().filter(each -> each.type().equals("long")).count() + members.size()
        > MOST_SLOTS) {
      throw new UnsupportedContract(name, "an answer of more than 250 members");
    }
    return this;
  }

  /** Those that may be written as null or be left out. */
  List<AnswerMember> either() {
    return members.stream().filter(AnswerMember::isEither).toList();
  }

  /** True when a constructor with every member reads well. */
  boolean isSmall() {
    return members.size() <= MOST_WITHOUT_BUILDER;
  }

  boolean hasSecrets() {
    return members.stream().anyMatch(AnswerMember::secret);
  }
}
