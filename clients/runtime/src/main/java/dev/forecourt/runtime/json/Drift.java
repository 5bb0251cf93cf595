package dev.forecourt.runtime.json;

/**
 * A member of an answer that is not of the type that the contract names.
 *
 * <p>It costs neither the answer nor its page: the member has no value, or the one that is certain
 * (12 for {@code "12"}), and its JSON stands in {@link Model#additionalProperties()}. No part of
 * this holds a value, which may be personal data.
 *
 * @param path where, such as {@code $.data[0].grade}
 * @param expected what the contract names, such as {@code integer}
 * @param found the kind of JSON that came, such as {@code array}
 */
public record Drift(String path, String expected, String found) {

  /** Such as {@code $.data[0].grade: expected a number, found an array}. */
  @Override
  public String toString() {
    return path + ": expected " + withArticle(expected) + ", found " + withArticle(found);
  }

  static String withArticle(String noun) {
    if (noun.startsWith("null") || noun.startsWith("text") || noun.startsWith("one of")) {
      return noun;
    }
    return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
  }
}
