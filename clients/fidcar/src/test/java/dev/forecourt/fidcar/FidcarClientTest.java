package dev.forecourt.fidcar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.fidcar.model.AnswerReviewForm;
import dev.forecourt.runtime.kit.AbstractVendorClientTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What FIDCAR's client shares with the others, and how it takes its key. */
class FidcarClientTest extends AbstractVendorClientTest<FidcarClient.Builder, FidcarClient> {
  private static final String KEY = "k3y-{with}-braces";

  @Override
  protected FidcarClient.Builder builder() {
    return FidcarClient.builder().apiKey(KEY);
  }

  @Override
  protected FidcarClient build(FidcarClient.Builder builder) {
    return builder.build();
  }

  @Override
  protected Object read(FidcarClient client) {
    return client.dealerships().getDealership(1325);
  }

  @Override
  protected Object write(FidcarClient client) {
    AnswerReviewForm form = AnswerReviewForm.builder().content("Merci").build();
    return client.reviews().answerReview("42", form);
  }

  @Override
  protected List<String> secrets() {
    return List.of(KEY);
  }

  @Override
  protected String readPath() {
    return "/api/local/1325";
  }

  @Override
  protected String readName() {
    return "fidcar getDealership";
  }

  @Test
  void sendsTheKeyRawInAuthorization() {
    server.answer("{}");

    read(client());

    assertThat(server.request().header("Authorization")).isEqualTo(KEY);
  }

  @Test
  void callsTheServerOfTheContractByDefault() {
    FidcarClient.Builder builder = builder();

    assertThat(builder.toString())
        .isEqualTo(
            "dev.forecourt.fidcar.FidcarClient$Builder{baseUrl=null, connectTimeout=PT10S,"
                + " readTimeout=PT30S, retries=RetryPolicy{maxRetries=2, firstDelay=PT0.2S,"
                + " maxDelay=PT5S, timeLimit=PT2M}}");
    assertThat(builder.build()).hasToString("FidcarClient");
  }

  @Test
  void refusesAMissingKey() {
    String message = "FIDCAR API key is missing. Give it to the builder.";

    assertThatThrownBy(() -> FidcarClient.builder().build()).hasMessage(message);
    assertThatThrownBy(() -> FidcarClient.builder().apiKey(" ").build()).hasMessage(message);
  }

  @Test
  void refusesAKeyWithWhiteSpaceAroundItWithoutShowingIt() {
    assertThatThrownBy(() -> FidcarClient.builder().apiKey("k3y\n").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "FIDCAR API key begins or ends with white space. Strip it: a line break of the file it"
                + " was read from?");
  }

  @Test
  void refusesAKeyThatAHeaderCannotCarryWithoutShowingIt() {
    String message =
        "FIDCAR API key holds a character that a header cannot carry. Expected visible ASCII"
            + " without spaces.";

    assertThatThrownBy(() -> FidcarClient.builder().apiKey("k3y\r\nX-Evil: 1").build())
        .hasMessage(message);
    assertThatThrownBy(() -> FidcarClient.builder().apiKey("clé").build()).hasMessage(message);
  }
}
