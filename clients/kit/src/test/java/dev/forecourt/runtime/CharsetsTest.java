package dev.forecourt.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.errors.NotFoundException;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The charset that the {@code Content-Type} of an answer names. */
class CharsetsTest {
  private static final String TEXT = "Café Zoë, 7 €, Škoda";

  private final WireServer server = new WireServer();
  private final AcmeClient client = AcmeClient.builder(server.url()).build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private void answer(int status, String contentType, byte[] body) {
    server.answer(
        new WireAnswer(
            List.of("HTTP/1.1 " + status + " x", "Content-Type: " + contentType),
            body,
            WireAnswer.Fault.NONE));
  }

  /** Of the text what this charset has signs for. */
  private static String sample(Charset charset) {
    return charset.equals(ISO_8859_1) ? "Café Zoë" : TEXT;
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, UTF-8",
    "application/json; charset=utf-8, UTF-8",
    "application/json; charset=ISO-8859-1, ISO-8859-1",
    "application/json;charset=iso-8859-1, ISO-8859-1",
    "application/json; Charset = latin1, ISO-8859-1",
    "application/json; charset=\"ISO-8859-1\", ISO-8859-1",
    "application/json; charset='ISO-8859-1', ISO-8859-1",
    "application/json; q=1; charset=ISO-8859-1; x=y, ISO-8859-1",
    "application/json; charset=windows-1252, windows-1252",
    "application/json; charset=UTF-16, UTF-16",
    "application/json; charset=utf-16le, UTF-16LE",
    "application/json; charset=us-ascii, UTF-8", // what is no ASCII there is most often UTF-8
    "application/json; charset=klingon, UTF-8",
    "application/json; charset=, UTF-8",
    "application/json; charset=\"\", UTF-8",
    "application/json; charset=%&/, UTF-8"
  })
  void isThatOfModelBodyAndErrors(String contentType, Charset charset) {
    String text = sample(charset);
    byte[] model = ("{\"name\":\"" + text + "\"}").getBytes(charset);
    byte[] error = ("{\"code\":7,\"message\":\"" + text + "\"}").getBytes(charset);
    answer(200, contentType, model);
    answer(200, contentType, model);
    answer(404, contentType, error);

    assertThat(client.model()).containsEntry("name", text);
    var response = client.get();
    assertThat(response.bodyText()).isEqualTo("{\"name\":\"" + text + "\"}");
    assertThat(response.body()).isEqualTo(model);
    assertThat(catchThrowable(client::get))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> {
              assertThat(e.vendorMessage()).contains(text);
              assertThat(e.body()).isEqualTo("{\"code\":7,\"message\":\"" + text + "\"}");
            })
        .hasMessage(
            "acme getThing: 404 Not Found for GET /thing. ACME says: \""
                + text
                + "\" (code 7). Check the ids in the path.");
  }

  @ParameterizedTest
  @CsvSource({"ISO-8859-1", "windows-1252", "UTF-16BE"})
  void isThatOfTheBodyOfAnAnswerThatCannotBeRead(Charset charset) {
    answer(200, "text/html; charset=" + charset, "<p>Café</p>".getBytes(charset));

    assertThat(catchThrowable(client::model))
        .isInstanceOfSatisfying(
            VendorDecodeException.class, e -> assertThat(e.body()).isEqualTo("<p>Café</p>"));
  }

  @ParameterizedTest
  @CsvSource({"ISO-8859-1", "UTF-16"})
  void hidesASecretInAnyCharset(Charset charset) {
    answer(400, "text/plain; charset=" + charset, "é s3cret".getBytes(charset));

    assertThat(catchThrowable(() -> client.post(RequestOptions.none())))
        .hasMessageContaining("\"é ****\"")
        .hasMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @CsvSource({"application/json", "application/json; charset=utf-8"})
  void readsAModelBehindAByteOrderMark(String contentType) {
    answer(200, contentType, "\uFEFF{\"name\":\"Zoë\"}".getBytes(UTF_8));

    assertThat(client.model()).containsEntry("name", "Zoë");
  }
}
