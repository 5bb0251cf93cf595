package dev.forecourt.mock.convention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestCredentialsTest {

  private static final SecurityScheme KEY =
      new SecurityScheme("queryKey", "apiKey", "query", "api_key");
  private static final SecurityScheme SESSION =
      new SecurityScheme("session", "apiKey", "cookie", "sid");

  @Test
  void haveTheKeyOfAQueryUnderTheNameOfItsParameter() {
    assertThat(of(KEY).queryOf(Map.of())).isEqualTo(Map.of("api_key", "acme-test-key"));
    assertThat(of(KEY).queryOf(Map.of("api_key", "real"))).isEqualTo(Map.of("api_key", "real"));
  }

  @Test
  void callAKeyByItsSchemeWhereThereAreSeveral() {
    assertThat(of(SESSION, KEY).queryOf(Map.of("session", "cookie", "query_key", "real")))
        .isEqualTo(Map.of("api_key", "real"));
  }

  private static TestCredentials of(SecurityScheme... schemes) {
    List<List<SecurityScheme>> ways = List.of(schemes).stream().map(List::of).toList();
    return new TestCredentials(
        "acme", List.of(new Operation("get", "GET", "/", List.of(200), ways, List.of())));
  }
}
