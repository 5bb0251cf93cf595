package dev.forecourt.mock.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.SecurityScheme;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CredentialsTest {

  private static final SecurityScheme KEY = new SecurityScheme("Key", "apiKey", "header", "X-Key");
  private static final SecurityScheme QUERY = new SecurityScheme("Query", "apiKey", "query", "key");
  private static final SecurityScheme TOKEN = new SecurityScheme("Token", "http", "", "bearer");
  private static final KnownKeys KEYS = new KnownKeys(Set.of("good", "better"));
  private static final Map<String, Credential> ALL =
      Map.of("Key", KEYS, "Query", KEYS, "Token", Credential.startingWith("Bearer"));

  /** The key in the header, or the key in the query together with a token. */
  private static final List<List<SecurityScheme>> EITHER =
      List.of(List.of(KEY), List.of(QUERY, TOKEN));

  @Test
  void acceptsAnyAlternativeThatIsComplete() {
    assertThat(refusal(Map.of("X-Key", "better"), null)).isEmpty();
    assertThat(refusal(Map.of("Authorization", "bearer x"), "key=good")).isEmpty();
  }

  @Test
  void refusesHalfAnAlternative() {
    String missing =
        "401 credentials are missing: send header 'X-Key'; or query parameter 'key', header 'Authorization'";

    assertThat(refusal(Map.of(), null)).isEqualTo(missing);
    assertThat(refusal(Map.of(), "key=good")).isEqualTo(missing);
    assertThat(refusal(Map.of("Authorization", "Bearer x"), null)).isEqualTo(missing);
  }

  @Test
  void refusesAWrongCredentialAlthoughAnotherAlternativeIsComplete() {
    assertThat(refusal(Map.of("X-Key", "good", "Authorization", "Basic x"), null))
        .isEqualTo(
            "401 header 'Authorization' must hold 'Bearer ' and a token. Write 'Bearer' in place of 'Basic'");
    assertThat(refusal(Map.of("X-Key", "good"), "key=bad"))
        .isEqualTo("401 query parameter 'key' must hold an accepted credential");
    assertThat(refusal(Map.of("X-Key", "good"), "key=good&key=good"))
        .isEqualTo("401 query parameter 'key' must hold an accepted credential");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "X-Key -> Bearer good -> header 'X-Key' must hold an accepted credential. Drop the word 'Bearer' before it",
        "X-Key -> jwt good -> header 'X-Key' must hold an accepted credential. Drop the word 'jwt' before it",
        "X-Key -> s3cret good -> header 'X-Key' must hold an accepted credential",
        "Authorization -> s3cret -> header 'Authorization' must hold 'Bearer ' and a token. Put the word 'Bearer' and a"
            + " space before it",
        "Authorization -> JWT s3cret -> header 'Authorization' must hold 'Bearer ' and a token. Write 'Bearer' in place of"
            + " 'JWT'",
        "Authorization -> Bearer -> header 'Authorization' must hold 'Bearer ' and a token. The token is missing after the"
            + " word",
      })
  void saysWhatToDoAboutTheWordBefore(String header, String value, String message) {
    assertThat(refusal(Map.of(header, value), null))
        .isEqualTo("401 " + message)
        .doesNotContain("s3cret", "good");
  }

  @Test
  void refusesWithTheStatusThatIsDocumented() {
    assertThat(refusal(List.of(200, 403), EITHER, Map.of(), null)).startsWith("403 ");
    assertThat(refusal(List.of(200, 401, 403), EITHER, Map.of(), null)).startsWith("401 ");
  }

  @Test
  void asksNothingOfAnOpenOperation() {
    assertThat(refusal(List.of(200), List.of(), Map.of("X-Key", "bad"), null)).isEmpty();
  }

  @Test
  void noticesAForgottenSchemeAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Credentials(List.of(operation(List.of(200), EITHER)), Map.of("Key", KEYS)))
        .withMessage(
            "No credential for security scheme 'Query' of GET /x (getX). Give the stub one.");
    assertThatCode(() -> new Credentials(List.of(), Map.of())).doesNotThrowAnyException();
  }

  private static String refusal(Map<String, String> headers, @Nullable String query) {
    return refusal(List.of(200, 401), EITHER, headers, query);
  }

  private static String refusal(
      List<Integer> statuses,
      List<List<SecurityScheme>> security,
      Map<String, String> headers,
      @Nullable String query) {
    Operation operation = operation(statuses, security);
    Credentials credentials = new Credentials(List.of(operation), ALL);
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> credentials.check(operation, new Request(headers, query)));
    return refusal == null ? "" : refusal.status() + " " + refusal.reason();
  }

  private static Operation operation(List<Integer> statuses, List<List<SecurityScheme>> security) {
    return new Operation("getX", "GET", "/x", statuses, security, List.of());
  }

  private record Request(Map<String, String> sent, @Nullable String query) implements MockRequest {

    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String path() {
      return "/x";
    }

    @Override
    public List<String> headers(String name) {
      return sent.containsKey(name) ? List.of(sent.get(name)) : List.of();
    }

    @Override
    public byte[] body() {
      return new byte[0];
    }
  }
}
