package dev.forecourt.mock.verify;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a value has to be: a header, a parameter, a member of a body. */
public final class ValuePattern {

  private final String words;
  private final Predicate<@Nullable Object> test;

  private ValuePattern(String words, Predicate<@Nullable Object> test) {
    this.words = words;
    this.test = test;
  }

  /** This text, number or boolean; numbers of a form are texts, and equal all the same. */
  public static ValuePattern equalTo(@Nullable Object wanted) {
    return new ValuePattern(
        "equal to " + shown(wanted),
        value -> Objects.equals(text(wanted), text(value)) && (wanted == null) == (value == null));
  }

  /** A text that this regular expression fits from its beginning to its end. */
  public static ValuePattern matching(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return new ValuePattern(
        "matching '" + regex + "'",
        value -> value != null && pattern.matcher(text(value)).matches());
  }

  /** A text with this one in it. */
  public static ValuePattern containing(String part) {
    return new ValuePattern(
        "containing '" + part + "'", value -> value != null && text(value).contains(part));
  }

  /** Anything, null too, as long as it was sent. */
  public static ValuePattern present() {
    return new ValuePattern("present", value -> value != Missing.VALUE);
  }

  /** Nothing: it must not have been sent. */
  public static ValuePattern absent() {
    return new ValuePattern("absent", value -> value == Missing.VALUE);
  }

  boolean fits(@Nullable Object value) {
    boolean missing = value == Missing.VALUE;
    return missing && !words.equals("absent") ? false : test.test(value);
  }

  static String shown(@Nullable Object value) {
    return value == Missing.VALUE
        ? "not sent"
        : value instanceof String text ? "'" + text + "'" : String.valueOf(value);
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  @Override
  public String toString() {
    return words;
  }

  /** Stands for what was not sent, which is something else than null. */
  enum Missing {
    /** The only one. */
    VALUE
  }
}
