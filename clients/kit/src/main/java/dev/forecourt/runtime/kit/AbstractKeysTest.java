package dev.forecourt.runtime.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.errors.CredentialException;
import dev.forecourt.runtime.errors.UnauthorizedException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Keys that change while a client lives, and keys from the environment. Vendor modules extend it.
 *
 * @param <B> the vendor's builder
 * @param <C> the vendor's client
 */
public abstract class AbstractKeysTest<B extends VendorClientBuilder<B>, C extends VendorClient> {
  private final WireServer server = new WireServer();
  private final FakeTime time = new FakeTime();

  /** A builder with nothing set. */
  protected abstract B bare();

  /** A builder that asks this supplier for the key that {@link #call} is made with. */
  protected abstract B asking(Supplier<String> key);

  protected abstract C build(B builder);

  /** A call that needs the key, and nothing else that changes. */
  protected abstract Object call(C client);

  /**
   * What a request carries of the key: for a fixed key always the same, for another one another.
   */
  protected abstract String sent(WireRequest request);

  /** What a request with this key must carry. */
  protected abstract String expected(String key, WireRequest request);

  /** Name of the key in messages, such as {@code FIDCAR API key}. */
  protected abstract String name();

  /** Name of the operation in messages, such as {@code fidcar getDealership}. */
  protected abstract String operation();

  /** All variables that are required, by name. */
  protected abstract Map<String, String> required();

  /** The variable that {@link #sent} is made of. */
  protected abstract String variable();

  @AfterEach
  void stop() {
    server.close();
  }

  private B here(B builder) {
    return builder.baseUrl(server.url()).clock(time).sleeper(time);
  }

  private static Supplier<String> giving(String... keys) {
    Deque<String> left = new ArrayDeque<>(Arrays.asList(keys));
    return () -> left.size() == 1 ? left.peek() : left.remove();
  }

  @Test
  void asksForTheKeyWithEachRequest() {
    server.answer("{}").answer("{}");
    C client = build(here(asking(giving("first-key", "second-key"))));

    call(client);
    call(client);

    List<WireRequest> requests = server.requests();
    assertThat(sent(requests.get(0))).isEqualTo(expected("first-key", requests.get(0)));
    assertThat(sent(requests.get(1))).isEqualTo(expected("second-key", requests.get(1)));
  }

  @Test
  void doesNotAskWhenTheClientIsBuilt() {
    C client =
        build(
            here(
                asking(
                    () -> {
                      throw new AssertionError("asked too early");
                    })));

    client.close();

    assertThat(server.requests()).isEmpty();
  }

  @Test
  void repeatsOnceAKeyThatChangedWhileItWasRefused() {
    server.answer(WireAnswer.json(401, "{}")).answer("{}");
    C client = build(here(asking(giving("old-key", "new-key"))));

    call(client);

    List<WireRequest> requests = server.requests();
    assertThat(requests).hasSize(2);
    assertThat(sent(requests.get(1))).isEqualTo(expected("new-key", requests.get(1)));
  }

  @Test
  void doesNotRepeatAKeyThatIsStillTheSame() {
    server.answer(WireAnswer.json(401, "{}"));
    C client = build(here(asking(() -> "same-key")));

    assertThatThrownBy(() -> call(client)).isInstanceOf(UnauthorizedException.class);

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void hidesTheKeyBeforeToo() {
    server.answer("{}").answer(WireAnswer.json(400, "the old one was first-s3cret"));
    C client = build(here(asking(giving("first-s3cret", "second-s3cret"))));
    call(client);

    assertThatThrownBy(() -> call(client))
        .hasMessageContaining("****")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void namesTheKeyThatItsSupplierDoesNotGive() {
    assertUnusable(() -> null, "its supplier gave null");
    assertUnusable(() -> " ", "its supplier gave an empty text");
    assertUnusable(
        () -> "s3cret\n",
        "what its supplier gave begins or ends with white space (a line break of the file it was"
            + " read from?)");
    assertUnusable(
        () -> "s3\u00e9cret",
        "what its supplier gave holds a character that a header cannot carry (expected visible"
            + " ASCII without spaces)");
    assertUnusable(
        () -> {
          throw new IllegalStateException("the vault is locked");
        },
        "its supplier threw java.lang.IllegalStateException");

    assertThat(server.requests()).isEmpty();
  }

  private void assertUnusable(Supplier<String> key, String why) {
    C client = build(here(asking(key)));

    CredentialException thrown =
        catchThrowableOfType(CredentialException.class, () -> call(client));

    assertThat(thrown)
        .hasMessage(
            operation()
                + ": not sent, because there is no "
                + name()
                + " to send: "
                + why
                + ". Mend the supplier given to the builder; it is asked again with the next"
                + " request.");
    assertThat(thrown.mayHaveArrived()).isFalse();
    assertThat(thrown.attempts()).isZero();
  }

  @Test
  void keepsWhatTheSupplierThrew() {
    IllegalStateException locked = new IllegalStateException("the vault is locked");
    C client =
        build(
            here(
                asking(
                    () -> {
                      throw locked;
                    })));

    assertThatThrownBy(() -> call(client)).hasCause(locked);
  }

  @Test
  void takesCredentialsAndBaseUrlFromTheEnvironment() {
    server.answer("{}");
    Map<String, String> variables = new HashMap<>(required());
    variables.put(variable(), "key-of-env");
    variables.put(baseUrl(), server.url());
    C client = build(bare().fromEnv(variables));

    call(client);

    assertThat(sent(server.request())).isEqualTo(expected("key-of-env", server.request()));
  }

  @Test
  void prefersWhatTheBuilderWasGivenBeforeAndAfter() {
    server.answer("{}").answer("{}");
    Map<String, String> variables = new HashMap<>(required());
    variables.put(variable(), "key-of-env");
    variables.put(baseUrl(), "http://127.0.0.1:1");

    call(build(here(asking(() -> "own-key")).fromEnv(variables)));
    call(build(here(asking(() -> "own-key").fromEnv(variables))));

    assertThat(server.requests())
        .hasSize(2)
        .allSatisfy(request -> assertThat(sent(request)).isEqualTo(expected("own-key", request)));
  }

  @Test
  void namesAllMissingVariablesAtOnce() {
    List<String> names = required().keySet().stream().toList();

    assertThatThrownBy(() -> build(bare().fromEnv(Map.of(names.get(0), " "))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            (names.size() == 1 ? "Environment variable " : "Environment variables ")
                + String.join(", ", names)
                + (names.size() == 1 ? " is" : " are")
                + " not set or empty. Set "
                + (names.size() == 1 ? "it" : "them")
                + ", or give the same to the builder.");
  }

  @Test
  void namesTheVariableWhoseTextCannotBeUsed() {
    Map<String, String> variables = new HashMap<>(required());
    variables.put(baseUrl(), "localhost:4011");

    assertThatThrownBy(() -> build(bare().fromEnv(variables)))
        .hasMessage(
            baseUrl()
                + ": Base URL must start with http:// or https://: localhost:4011. Add the"
                + " scheme.");

    variables.remove(baseUrl());
    variables.put(variable(), "s3 cret");
    assertThatThrownBy(() -> build(bare().fromEnv(variables)))
        .hasMessageContaining("(" + variable() + ") holds a character that a header cannot carry")
        .hasMessageNotContaining("s3 cret");
  }

  @Test
  void showsNoVariableInItsText() {
    Map<String, String> variables = new HashMap<>(required());
    variables.put(variable(), "s3cret");

    assertThat(bare().fromEnv(variables).toString()).doesNotContain("s3cret");
  }

  @Test
  void readsNoEnvironmentUnlessAsked() {
    assertThatThrownBy(() -> build(bare()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(" is missing. Give it to the builder.");
  }

  private String baseUrl() {
    return variable().substring(0, variable().indexOf('_')) + "_BASE_URL";
  }
}
