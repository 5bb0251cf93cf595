package dev.forecourt.contract.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are what Node 20 says of {@code new RegExp(pattern, "u").test(text)}. */
class EcmaPatternTest {

  @ParameterizedTest
  @CsvSource({
    "'^a$', 'a', true",
    "'^a$', 'a\n', false",
    "'^a$', 'xa', false",
    "'b', 'abc', true",
    "'^.$', '\u0085', true",
    "'^.$', '\u2028', false",
    "'^.$', '\r', false",
    "'^.$', '😀', true",
    "'^[^a]$', '😀', true",
    "'(?!^)[^a]', '😀', false",
    "'^[😀-😂]$', '😁', true",
    "'^\\u{1F600}$', '😀', true",
    "'^\\uD83D\\uDE00$', '😀', true",
    "'^\\u0041\\x42$', 'AB', true",
    "'^\\cJ$', '\n', true",
    "'^\\0$', '\0', true",
    "'^\\v$', '\u000B', true",
    "'^\\s$', '\u00A0', true",
    "'^\\s$', '\u0085', false",
    "'^[\\s]$', '\uFEFF', true",
    "'^\\S$', '\u00A0', false",
    "'^[^\\S]$', '\u00A0', true",
    "'^[\\D]$', '٣', true",
    "'^\\d+$', '٣', false",
    "'^\\w$', 'é', false",
    "'^[^\\W_]$', '_', false",
    "'a\\b', 'aé', true",
    "'a\\B', 'aé', false",
    "'^[\\b]$', '\b', true",
    "'^[a&&b]+$', 'a&b', true",
    "'^[[]$', '[', true",
    "'^[^]$', '\n', true",
    "'^[]$', '', false",
    "'[]', 'a', false",
    "'^[.$]+$', '.$', true",
    "'^\\$\\.\\/$', '$./', true",
    "'^[\\]\\-^-]+$', ']-^', true",
    "'^#\\n?$', '#', true",
    "'(?<=a)b', 'ab', true",
    "'(?<!a)b', 'ab', false",
    "'^(?<year>\\d{4})$', '2020', true",
    "'^(|https?://.+)$', '', true",
    "'^(|https?://.+)$', 'ftp://x', false",
    "'^([01]\\d|2[0-3]):[0-5]\\d$', '24:00', false"
  })
  void findsWhatEcmaScriptFinds(String pattern, String text, boolean found) {
    assertThat(EcmaPattern.compile(pattern).matcher(text).find()).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "'a++'~a count of a count",
        "'(?>a)'~'(?' with a sign that ECMAScript does not know",
        "'(?i)a'~'(?' with a sign that ECMAScript does not know",
        "'\\Qa\\E'~'\\Q' escapes nothing",
        "'\\Aa\\z'~'\\A' escapes nothing",
        "'a\\Z'~'\\Z' escapes nothing",
        "'\\h'~'\\h' escapes nothing",
        "'\\-'~'\\-' escapes nothing",
        "'\\p{L}'~'\\p': properties and references have no like in Java; write the characters",
        "'(a)\\1'~'\\1': properties and references have no like in Java; write the characters",
        "'(?<n>a)\\k<n>'~'\\k': properties and references have no like in Java; write the characters",
        "'(?<n>a)(?<n>b)'~'n' is no name for a group, or one that is taken",
        "'(?<1>a)'~'1' is no name for a group, or one that is taken",
        "'(?<=a+)b'~a count without an end in a lookbehind, which Java has not",
        "'\\uD83D'~half a surrogate pair",
        "'\\u{110000}'~a character beyond U+10FFFF",
        "'\\u12'~'12' is no number in hexadecimal digits",
        "'\\01'~a number in octal digits",
        "'\\c1'~'\\c' without a letter",
        "'[\\d-z]'~a range that starts with a set",
        "'[a-\\w]'~a range that ends with a set",
        "'[z-a]'~a range that goes down",
        "'[a'~it ends too early",
        "'a{2,1}'~'{2,1}' counts down",
        "'a{x}'~'{x}' is no count",
        "'a{1'~'}' is missing",
        "'a}'~'}' counts or closes nothing; for the sign itself write \\}",
        "'*'~'*' counts or closes nothing; for the sign itself write \\*",
        "'^*'~a count after what has no length",
        "'(?=a)*'~a count after what has no length",
        "'(a'~')' is missing",
        "'a)'~')' without '('",
        "'a\\'~it ends too early"
      })
  void refusesWhatJavaWouldReadOtherwise(String pattern, String reason) {
    assertThatThrownBy(() -> EcmaPattern.toJava(pattern))
        .isInstanceOf(UnreadablePattern.class)
        .hasMessage("Pattern '" + pattern + "' cannot be read: " + reason + ".");
  }

  @Test
  void leavesPlainPatternsReadable() {
    String java = EcmaPattern.toJava("^([01]\\d|2[0-3]):[0-5]\\d$");

    assertThat(java).isEqualTo("^(?:[01][0-9]|2[0-3]):[0-5][0-9]\\z");
  }
}
