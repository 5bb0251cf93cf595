package dev.forecourt.mock.contract;

import java.util.regex.Pattern;

/**
 * A pattern of a contract: what messages show of it, and what it means in Java's dialect, which the
 * generator worked out.
 */
public final class TextPattern {

  private final String inContract;
  private final Pattern java;

  /** The pattern as the contract has it, and its like in Java's dialect. */
  public TextPattern(String inContract, String java) {
    this.inContract = inContract;
    this.java = Pattern.compile(java);
  }

  /** True when it is found anywhere in the text: it is anchored only where it says so. */
  boolean isIn(String text) {
    return java.matcher(text).find();
  }

  /** As the contract has it. */
  @Override
  public String toString() {
    return inContract;
  }
}
