package dev.forecourt.contract.patterns;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Turns a pattern of a contract, which OpenAPI has in the dialect of ECMA-262, into one of Java
 * that finds the same texts.
 *
 * <pre>{@code
 * EcmaPattern.compile("^a$").matcher("a\n").find(); // false, while Java's own "^a$" finds it
 * }</pre>
 *
 * <p>Read as JSON Schema recommends and as Prism does, by code points ({@code new RegExp(pattern,
 * "u")}): what that refuses is refused here. So is what Java cannot do alike: references back to a
 * group, properties of characters, half a surrogate pair, and a lookbehind without a longest
 * length.
 */
public final class EcmaPattern {

  private EcmaPattern() {}

  /**
   * The same pattern in Java's dialect, to be searched for ({@code find}) and compiled without
   * flags. Throws {@link UnreadablePattern} saying what cannot be read.
   */
  public static String toJava(String pattern) {
    String java = new PatternParser(new Reader(pattern)).parse();
    try {
      Pattern.compile(java);
    } catch (PatternSyntaxException e) {
      throw new UnreadablePattern(pattern, e.getDescription() + ", says Java");
    }
    return java;
  }

  /** The same, compiled. */
  public static Pattern compile(String pattern) {
    return Pattern.compile(toJava(pattern));
  }
}
