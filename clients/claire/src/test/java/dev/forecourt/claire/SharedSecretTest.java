package dev.forecourt.claire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The secret of the contract's examples, in a header. */
class SharedSecretTest {
  private final SharedSecret secret = SharedSecret.of("X-Shared-Secret", "correct horse");

  @Test
  void matchesTheSecret() {
    assertThat(secret.headerName()).isEqualTo("X-Shared-Secret");
    assertThat(secret.matches("correct horse")).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "correct hors", "correct horse ", "Correct horse", "correct horsf", "ë"})
  void doesNotMatchAnythingElse(String value) {
    assertThat(secret.matches(value)).isFalse();
  }

  @Test
  void doesNotShowTheSecret() {
    assertThat(secret).hasToString("X-Shared-Secret: ****");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void refusesAMissingSecret(String missing) {
    assertThatThrownBy(() -> SharedSecret.of("X-Shared-Secret", missing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Shared secret for the header X-Shared-Secret is missing. Expected 8 characters or"
                + " more. Give one, better 32 random characters.");
  }

  @Test
  void takesEightCharactersAndRefusesSeven() {
    assertThat(SharedSecret.of("X-Shared-Secret", "12345678").matches("12345678")).isTrue();
    assertThatThrownBy(() -> SharedSecret.of("X-Shared-Secret", "s3cr3t!"))
        .hasMessage(
            "Shared secret for the header X-Shared-Secret has 7 characters, which can be guessed."
                + " Expected 8 or more. Give a longer one, better 32 random characters.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse\n", " correct horse", "correct\thorse", "corréct horse"})
  void refusesWhatAHeaderCannotCarryWithoutShowingIt(String value) {
    assertThatThrownBy(() -> SharedSecret.of("X-Shared-Secret", value))
        .hasMessage(
            "Value of the header X-Shared-Secret cannot be sent. Expected visible ASCII, with"
                + " spaces at most between words. Strip it: a line break of the file it was read"
                + " from?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X Secret", "X-Secret:", "X-Sécret", "X\r\nY"})
  void refusesAHeaderNameThatCannotBeSent(String name) {
    assertThatThrownBy(() -> SharedSecret.of(name, "correct horse"))
        .hasMessageStartingWith("Header name '")
        .hasMessageEndingWith(
            "' cannot be sent. Expected letters, digits and '-', such as X-Shared-Secret. Rename"
                + " it.")
        .hasMessageNotContaining("\n");
  }
}
