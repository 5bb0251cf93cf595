package dev.forecourt.mock.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretsTest {

  private final Secrets secrets = new Secrets(Set.of("a/b +é", "a/b", "plain"), List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "x plain y # x **** y",
        "/x/a%2Fb/y # /x/****/y",
        "/x/a%2fb%20%2b%C3%A9/y # /x/****/y",
        "q=a%2Fb+%2b%c3%A9&r=1 # q=****&r=1",
        "q=a/b+%2Bé # q=****",
        "/%70l%61in # /****",
        "100% plain # 100% ****",
        "/%7 a%2Fb # /%7 ****",
        "/a%2Fc+plane # /a%2Fc+plane"
      })
  void masksAKeyHoweverItIsEncoded(String sent, String shown) {
    assertThat(secrets.mask(sent)).isEqualTo(shown);
  }

  @Test
  void masksTheBeginningOfAKeyThatMessagesCut() {
    String key = "k".repeat(60) + "y".repeat(60);

    String shown = new Secrets(Set.of(key), List.of()).mask("but was '" + key.substring(0, 100));

    assertThat(shown).isEqualTo("but was '****");
  }
}
