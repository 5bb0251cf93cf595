package dev.forecourt.contract.importer.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Plain scalars of YAML, read as the core schema of YAML 1.2 does and written so that 1.1 agrees.
 */
final class Scalars {
  static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
  private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,1000}");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]{1,300}");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,300}");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.\\d{1,1000}|\\d{1,1000}(\\.\\d{0,1000})?)([eE][-+]?\\d{1,3})?");
  // starts with a letter, holds nothing that YAML 1.1 or 1.2 reads as a sign
  private static final Pattern CLEARLY_TEXT =
      Pattern.compile("[A-Za-z_/$][A-Za-z0-9_./{}$@+()-]*( [A-Za-z0-9_./{}$@+(),;-]+)*");
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private Scalars() {}

  /** The value of a scalar without quotes. */
  static JsonNode plain(String text) {
    if (NULL.contains(text)) {
      return NODES.nullNode();
    }
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return NODES.booleanNode(TRUE.contains(text));
    }
    if (INTEGER.matcher(text).matches()) {
      return integer(new BigInteger(text.startsWith("+") ? text.substring(1) : text));
    }
    if (OCTAL.matcher(text).matches()) {
      return integer(new BigInteger(text.substring(2), 8));
    }
    if (HEXADECIMAL.matcher(text).matches()) {
      return integer(new BigInteger(text.substring(2), 16));
    }
    if (DECIMAL.matcher(text).matches()) {
      return NODES.numberNode(new BigDecimal(text));
    }
    return NODES.textNode(text);
  }

  private static JsonNode integer(BigInteger value) {
    if (value.bitLength() < 32) {
      return NODES.numberNode(value.intValue());
    }
    return value.bitLength() < 64 ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
  }

  /** Whether every reader of YAML takes this for text although it has no quotes. */
  static boolean isClearlyText(String text) {
    return CLEARLY_TEXT.matcher(text).matches()
        && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
  }
}
