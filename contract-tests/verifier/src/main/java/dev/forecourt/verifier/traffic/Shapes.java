package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What values look like, without what they say: text is shown by its length and shape. Whole dates,
 * short numbers and yes or no tell nothing of anybody and are shown.
 */
final class Shapes {
  private static final int LONGEST = 24;
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?)?(Z|[+-]\\d{2}:?\\d{2})?");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(passw|passphrase|passcode|secret|token|api.?key|apikey|access.?key|private.?key|authori[sz]ation|credential|signature|session|cookie|jwt|bearer|otp|csrf|xsrf|iban|card.?n).*|code_verifier|client_id"
              // the last word of a name
              + "|(?i:(.*[^A-Za-z])?(pin|key|pwd|pass|auth|sig|sid|cvv|cvc))|.*[a-z](Pin|Key|Pwd|Pass|Auth|Sig|Sid|Cvv|Cvc)");
  private static final Pattern SECRET_VALUE =
      Pattern.compile(
          "(?s).*\\b(eyJ[\\w-]{8}|(sk|pk|rk)_(live|test)_|gh[a-z]_\\w{20}|github_pat_|glpat-|xox[a-z]-|AKIA[A-Z0-9]{12}|AIza[\\w-]{20}|-----BEGIN ).*"
              + "|(?is).*(token|key|secret|passw(or)?d|pwd|signature|sig|session|sid|code)=[^&\\s]{4}.*"
              + "|(?is)(bearer|basic|jwt|token|digest) .+|(?is)\\w+://[^/@\\s]+:[^/@\\s]+@.*");
  private static final Pattern BIRTH =
      Pattern.compile("(?i).*(birth|born|naiss|geburt|dob|bday|anniv).*");

  private Shapes() {}

  /** Whether a member, parameter or header of that name holds a secret. */
  static boolean isSecretName(String name) {
    return SECRET.matcher(name).matches();
  }

  static boolean isSecretValue(String text) {
    return SECRET_VALUE.matcher(text).matches();
  }

  /** Whether text tells nothing of anybody: a date, a time, a truth value, a short number. */
  static boolean isHarmless(String name, String text) {
    return !isSecretName(name)
        && !BIRTH.matcher(name).matches()
        && (DATE.matcher(text).matches() || text.matches("-?\\d{1,4}(\\.\\d{1,3})?|true|false|"));
  }

  /** Whether text can be one of the values of an enumeration. */
  static boolean isWord(String text) {
    boolean mixed =
        text.length() > 12
            && text.matches(".*[a-z].*")
            && text.matches(".*[A-Z].*")
            && text.matches(".*\\d.*");
    return text.matches("[A-Za-z][A-Za-z0-9_.-]{0,30}") && !text.matches(".*\\d{4}.*") && !mixed;
  }

  /** A value in words that may be shown. */
  static String of(String name, JsonNode value) {
    if (value.isTextual()) {
      String text = value.textValue();
      return isHarmless(name, text) && !text.isEmpty() ? "\"" + text + "\"" : ofText(text);
    }
    if (value.isNumber()) {
      String digits = value.asText();
      boolean kept =
          !isSecretName(name)
              && !BIRTH.matcher(name).matches()
              && digits.replaceAll("\\D", "").length() <= 6;
      return kept
          ? digits
          : "a number of %d digits".formatted(digits.replaceAll("\\D", "").length());
    }
    if (value.isArray()) {
      return "a list of " + value.size();
    }
    return value.isObject()
        ? "an object with " + value.size() + " member(s)"
        : value.isMissingNode() ? "nothing" : value.asText();
  }

  private static String ofText(String text) {
    return text.isEmpty()
        ? "empty text"
        : "text of %d character(s) like \"%s\"".formatted(text.length(), masked(text));
  }

  /** The shape of text: {@code A} for capitals, {@code a} for letters, {@code 9} for digits. */
  static String masked(String text) {
    String shape =
        text.codePoints().limit(LONGEST).mapToObj(Shapes::masked).collect(Collectors.joining());
    return text.codePointCount(0, text.length()) > LONGEST ? shape + "…" : shape;
  }

  private static String masked(int letter) {
    if (Character.isDigit(letter)) {
      return "9";
    }
    if (Character.isUpperCase(letter)) {
      return "A";
    }
    if (Character.isLetter(letter)) {
      return "a";
    }
    return letter < ' ' || letter > '~' ? "?" : Character.toString(letter);
  }

  /** A name as it is, unless it can be somebody's: names of maps may be addresses or numbers. */
  static String name(String name) {
    boolean plain =
        name.matches("[A-Za-z_$@-][\\w.$:\\[\\]-]{0,60}") && !name.matches(".*\\d{4}.*");
    return plain && !isSecretValue(name) && !isToken(name) ? name : masked(name);
  }

  private static boolean isToken(String text) {
    return text.length() > 20 && text.matches(".*\\d.*\\d.*") && text.matches(".*[A-Za-z].*");
  }

  /** A path with all that can be somebody's or an id made unreadable. */
  static String path(String path) {
    StringBuilder shown = new StringBuilder();
    for (String each : path.split("/", -1)) {
      boolean word = each.matches("[a-z][a-z_-]{0,24}|v\\d{1,2}|") && !isSecretValue(each);
      shown.append('/').append(word ? each : each.startsWith("{") ? each : "{…}");
    }
    return shown.substring(1);
  }

  /** Media types and the like: only what such words are made of. */
  static String word(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.matches("[\\w.+*/; ,=-]{0,80}") ? text : masked(text);
  }
}
