package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.runtime.credentials.Secrets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which spellings a secret is found in text, and what is left as it is. */
class SecretsTest {
  private static String hide(String secret, String text) {
    return new Secrets(List.of(secret)).hide(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a+b/c\"d&e",
        "a%2Bb%2Fc%22d%26e",
        "a%2bb%2fc%22d%26e",
        "a+b\\/c\\\"d&e",
        "a\\u002Bb\\u002fc\\u0022d\\u0026e",
        "a+b/c&quot;d&amp;e",
        "a&#43;b&#x2f;c&#034;d&#38;e",
        "a+b%2Fc\\\"d&amp;e"
      })
  void findsASecretInEverySpelling(String spelled) {
    assertThat(hide("a+b/c\"d&e", "x " + spelled + " y")).isEqualTo("x **** y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a+b/c", "a b/c\"d&e", "A+b/c\"d&e", "a%2Bb", "", "a\\", "a&#43", "a%"})
  void leavesWhatIsNoSecret(String text) {
    assertThat(hide("a+b/c\"d&e", text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"50%25", "50%2525", "50\\u0025\\u0032\\u0035"})
  void findsASecretThatLooksEncoded(String spelled) {
    assertThat(hide("50%25", "x" + spelled + "y")).isEqualTo("x****y");
  }

  @Test
  void findsASecretOfOtherAlphabets() {
    assertThat(hide("clé🔑", "clé🔑 cl%C3%A9%F0%9F%94%91 cl\\u00e9\\ud83d\\udd11 cl&#233;🔑"))
        .isEqualTo("**** **** **** ****");
  }

  @Test
  void hidesTheLongerOfTwoSecretsThatBeginAlike() {
    Secrets secrets = new Secrets(List.of("abcd", "abcdefgh", "cd"));

    assertThat(secrets.hide("abcdefgh abcd cd ab")).isEqualTo("**** **** **** ab");
  }

  /** Jackson quotes 256 or 500 characters, and a JWT may be longer. */
  @Test
  void hidesTheBeginOfALongSecretThatWasCutOff() {
    String jwt = "eyJhbGciOiJIUzI1NiJ9." + "x".repeat(600);

    assertThat(hide(jwt, "token '" + jwt.substring(0, 256) + "'[truncated]"))
        .isEqualTo("token '****'[truncated]");
  }

  @Test
  void leavesTheBeginOfAShortSecret() {
    assertThat(hide("forecourt-key-7", "forecourt-key-8")).isEqualTo("forecourt-key-8");
  }

  @Test
  void remembersTheLastSecretsOfBodies() {
    Secrets secrets = new Secrets(List.of());

    secrets.remember(List.of("t0ken-1"));

    assertThat(secrets.hide("t0ken-1 t0ken-2")).isEqualTo("**** t0ken-2");
  }

  @Test
  void takesNoLongTimeForALongText() {
    String text = "eyJhbGciOiJIUzI1NiJ9".repeat(6_000);

    String hidden = hide("eyJhbGciOiJIUzI1NiJ9" + "x".repeat(1_000), text);

    assertThat(hidden).isEqualTo("****".repeat(6_000));
  }
}
