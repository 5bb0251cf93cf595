package dev.forecourt.runtime.json;

import java.util.regex.Pattern;

/**
 * A pattern of a contract: what is shown of it, and what it means in Java's dialect, which the
 * generator worked out. Immutable. Used by generated code.
 */
public final class TextPattern {
  private final String inContract;
  private final Pattern java;

  /**
   * The pattern as the contract has it, and its like in Java's dialect. Throws {@code
   * PatternSyntaxException} if the second is no regular expression of Java.
   */
  public TextPattern(String inContract, String java) {
    this.inContract = inContract;
    this.java = Pattern.compile(java);
  }

  /** Whether it matches anywhere in the text. */
  boolean finds(CharSequence text) {
    return java.matcher(text).find();
  }

  /** As the contract has it. */
  @Override
  public String toString() {
    return inContract;
  }
}
