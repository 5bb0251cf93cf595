package dev.forecourt.verifier.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.verifier.output.Level;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HAR files as browsers and tools write them. The same difference is planted in each. */
class HarExportersTest {
  private static final String URL = "https://www.fidcar.com/api/review/42";
  private static final String ANSWER = "{\"id\": \"42\", \"mood\": true}";
  private static final String FOUND =
      "getReview | response.body.unknown | undocumented member `mood` of the answer; once, first: true";

  @TempDir private Path folder;

  @Test
  void readsChrome() throws IOException {
    HarFile har = new HarFile();
    ObjectNode entry = har.entry("GET", URL, 200, "application/json", ANSWER);
    entry.put("_priority", "High").put("_resourceType", "fetch").put("connection", "443");
    // Chrome leaves out Authorization and Cookie unless asked
    ((ObjectNode) entry.path("request")).putArray("headers");
    HarFile.header((ObjectNode) entry.path("request"), ":path", "/api/review/42");
    HarFile.header((ObjectNode) entry.path("request"), "sec-ch-ua-platform", "\"Linux\"");
    HarFile.header((ObjectNode) entry.path("response"), "x-powered-by", "PHP/5.6");

    Checked checked = checked(har);

    assertThat(checked.errors()).containsExactly(FOUND);
    assertThat(checked.notes(Level.WARNING))
        .containsExactly(
            "getReview | request.credentials | lacks the credentials that the operation asks for; once");
  }

  @Test
  void readsFirefox() throws IOException {
    HarFile har = new HarFile();
    ObjectNode entry =
        har.entry(
            "POST", "https://www.fidcar.com/api/local/7/contact", 200, "application/json", "{}");
    ((ObjectNode) entry.path("request"))
        .putObject("postData")
        .put("mimeType", "application/x-www-form-urlencoded")
        .put(
            "text",
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 61\r\n\r\nfirstname=A&lastname=B+C&phone=%2B33&nickname=d");

    assertThat(checked(har).errors())
        .containsExactly(
            "createContact | request.body.unknown | undocumented member `nickname` of the request; once, first: text of 1 character(s) like \"a\"");
  }

  @Test
  void readsFieldsOfFormsWhoseTextIsLeftOut() throws IOException {
    HarFile har = new HarFile();
    for (String type :
        new String[] {"multipart/form-data; boundary=b", "application/x-www-form-urlencoded"}) {
      ObjectNode entry =
          har.entry(
              "POST", "https://www.fidcar.com/api/local/7/contact", 200, "application/json", "{}");
      var fields =
          ((ObjectNode) entry.path("request"))
              .putObject("postData")
              .put("mimeType", type)
              .putArray("params");
      fields.addObject().put("name", "firstname").put("value", "A & B");
      fields.addObject().put("name", "lastname").put("value", "é");
      fields.addObject().put("name", "phone").put("value", "+33");
      fields.addObject().put("name", "km").put("value", "-1");
    }

    assertThat(checked(har).errors())
        .containsExactly(
            "createContact | request.body | `km` of the request: must have a minimum value of 0; 2 times, first: -1");
  }

  @Test
  void readsMitmproxyWithBase64AndCompression() throws IOException {
    HarFile har = new HarFile();
    ObjectNode plain = har.entry("GET", URL, 200, "application/json", "");
    content(plain, Base64.getEncoder().encodeToString(ANSWER.getBytes(StandardCharsets.UTF_8)));
    ObjectNode packed = har.entry("GET", URL, 200, "application/json", "");
    content(packed, Base64.getEncoder().encodeToString(gzip(ANSWER)));
    HarFile.header((ObjectNode) packed.path("response"), "Content-Encoding", "gzip");

    assertThat(checked(har).errors()).containsExactly(FOUND.replace("once", "2 times"));
  }

  @Test
  void readsPlaywrightWithBodiesBesideTheFile() throws IOException {
    HarFile har = new HarFile();
    ObjectNode entry = har.entry("GET", URL, 200, "application/json", "");
    ObjectNode content = (ObjectNode) entry.path("response").path("content");
    content.remove("text");
    content.put("_file", "0a1b.json");
    Files.writeString(folder.resolve("0a1b.json"), ANSWER);
    ObjectNode form =
        har.entry(
            "POST", "https://www.fidcar.com/api/local/7/contact", 200, "application/json", "{}");
    ((ObjectNode) form.path("request"))
        .putObject("postData")
        .put("mimeType", "application/x-www-form-urlencoded")
        .put("_file", "2c3d.bin");
    Files.writeString(folder.resolve("2c3d.bin"), "firstname=A&lastname=B&phone=1&km=-1");

    assertThat(checked(har).errors())
        .containsExactlyInAnyOrder(
            FOUND,
            "createContact | request.body | `km` of the request: must have a minimum value of 0; once, first: -1");
  }

  @Test
  void readsAToolThatListsTheQueryOnlyAndWritesHeadersInLowerCase() throws IOException {
    HarFile har = new HarFile();
    ObjectNode entry =
        har.entry(
            "get",
            "https://www.fidcar.com/api/review",
            200,
            "application/json;charset=UTF-8",
            "{\"page\":1,\"limit\":10,\"total\":0,\"data\":[]}");
    ((ObjectNode) entry.path("request"))
        .withArray("/queryString")
        .addObject()
        .put("name", "limit")
        .put("value", "1000");

    assertThat(checked(har).errors())
        .containsExactly(
            "listReviews | request.query | `limit` of the request: must have a maximum value of 100; once, first: 1000");
  }

  @Test
  void readsAMarkAtTheStartCommentsAndCompression() throws IOException {
    HarFile har = new HarFile().json("GET", URL, 200, ANSWER);
    Path file = folder.resolve("marked.har.gz");
    Files.write(file, gzip("\ufeff/* exported */ " + har.root()));

    assertThat(Checked.of(file).errors()).containsExactly(FOUND);
  }

  @Test
  void saysThatABodyIsCutOffAndFindsNoDriftInIt() throws IOException {
    HarFile har = new HarFile();
    ObjectNode byItsEnd = har.entry("GET", URL, 200, "application/json", "{\"id\": \"4");
    ((ObjectNode) byItsEnd.path("response").path("content")).put("size", -1);
    ObjectNode bySize = har.entry("GET", URL, 200, "application/json", "{\"id\": \"42\"]");
    ((ObjectNode) bySize.path("response").path("content")).put("size", 5000);

    Checked checked = checked(har);

    assertThat(checked.errors()).isEmpty();
    assertThat(checked.notes(Level.WARNING))
        .containsExactly(
            "getReview | recording.cut-off | body cut off in the recording: not checked; 2 times");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\": \"42\"]}", "{\"id\": ", "<html>"})
  void findsABodyThatIsNoJson(String body) throws IOException {
    HarFile har = new HarFile();
    har.entry("GET", URL, 200, "application/json", body);

    assertThat(checked(har).errors())
        .containsExactly(
            "getReview | response.body.syntax | the body is no JSON, although its type says so; once");
  }

  @Test
  void findsAnAnswerWithoutTheBodyThatItShouldHave() throws IOException {
    HarFile har = new HarFile();
    har.entry("GET", URL, 200, "application/json", "");

    assertThat(checked(har).errors())
        .containsExactly("getReview | response.body.missing | lacks the body; once");
  }

  @Test
  void doesNotTakeABodyForEmptyWhoseLengthSaysThatItIsNot() throws IOException {
    HarFile har = new HarFile();
    ObjectNode entry = har.entry("GET", URL, 200, "application/json", "");
    HarFile.header((ObjectNode) entry.path("response"), "Content-Length", "264");

    Checked checked = checked(har);

    assertThat(checked.errors()).isEmpty();
    assertThat(checked.notes(Level.NOTE)).anyMatch(each -> each.contains("1 body(s) are not in"));
  }

  @Test
  void readsPlaywrightsAnswerOfACacheWhose304RepeatsNoType() throws IOException {
    HarFile har = new HarFile();
    ObjectNode response =
        (ObjectNode) har.entry("GET", URL, 200, "application/json", ANSWER).path("response");
    response.putArray("headers");
    HarFile.header(response, "etag", "\"a\"");

    assertThat(checked(har).errors()).containsExactly(FOUND);
  }

  @ParameterizedTest
  @CsvSource({
    "br, iwWAeyJpZCI6ICI0MiJ9Aw==",
    "zstd, KLUv/QQAeyJpZCI6ICI0MiJ9AAAA",
    "deflate, q1bKTFGyUlAyMVKqBQA=",
    "'gzip, br', iwWAeyJpZCI6ICI0MiJ9Aw=="
  })
  void countsBodiesWhoseCompressionIsNotRead(String encoding, String base64) throws IOException {
    HarFile har = new HarFile();
    ObjectNode entry = har.entry("GET", URL, 200, "application/json", "");
    content(entry, base64);
    HarFile.header((ObjectNode) entry.path("response"), "Content-Encoding", encoding);

    Checked checked = checked(har);

    assertThat(checked.errors()).isEmpty();
    assertThat(checked.notes(Level.WARNING))
        .containsExactly(
            "getReview | recording.encoding | 1 body(s) are compressed in a way that is not read here, such as brotli: not checked. Record them decompressed, or ask for gzip (Accept-Encoding)");
  }

  @Test
  void readsBodiesThatTheToolDecompressedWhateverTheHeaderSays() throws IOException {
    HarFile har = new HarFile();
    ObjectNode entry = har.entry("GET", URL, 200, "application/json", "");
    content(entry, Base64.getEncoder().encodeToString(ANSWER.getBytes(StandardCharsets.UTF_8)));
    HarFile.header((ObjectNode) entry.path("response"), "Content-Encoding", "br");

    assertThat(checked(har).errors()).containsExactly(FOUND);
  }

  @Test
  void passesOverEntriesAndHeadersThatAreNone() throws IOException {
    HarFile har = new HarFile();
    ObjectNode entry = har.entry("GET", URL, 200, "application/json", ANSWER);
    ((ArrayNode) entry.at("/response/headers")).addNull().add(5).addObject().putNull("name");
    ((ArrayNode) har.root().at("/log/entries")).addNull().add(5).add("x").addArray();

    assertThat(checked(har).errors()).containsExactly(FOUND);
  }

  @Test
  void passesOverWhatIsNoExchangeWithTheVendor() throws IOException {
    HarFile har = new HarFile();
    HarFile.header(
        (ObjectNode) har.entry("OPTIONS", URL, 204, "", "").path("request"),
        "Origin",
        "https://a.example");
    har.entry("GET", URL, 0, "", "");
    har.entry("GET", URL, 304, "application/json", "");
    har.entry("GET", "data:text/plain,x", 200, "text/plain", "x");
    har.entry("GET", URL, 200, "application/json", ANSWER).put("_fetchedViaServiceWorker", true);
    har.entry("GET", URL, 200, "application/json", ANSWER);
    har.entry("GET", "https://a.example/logo.png", 200, "image/png", "x");

    Checked checked = checked(har);

    assertThat(checked.errors()).containsExactly(FOUND);
    assertThat(checked.notices())
        .contains(
            "1 preflight(s) of browsers",
            "1 without an answer (cancelled or failed)",
            "1 answered from a cache (304)",
            "1 seen twice, by page and service worker",
            "1 not over HTTP",
            "1 of no vendor, such as GET a.example/{…}");
  }

  @Test
  void takesARedirectForAWarning() throws IOException {
    HarFile har = new HarFile();
    har.entry("GET", URL, 302, "", "");

    Checked checked = checked(har);

    assertThat(checked.errors()).isEmpty();
    assertThat(checked.notes(Level.WARNING))
        .containsExactly("getReview | response.status | undocumented status 302; once");
  }

  @Test
  void countsBodiesThatAreNotThere() throws IOException {
    HarFile har = new HarFile();
    ObjectNode entry = har.entry("GET", URL, 200, "application/json", ANSWER);
    ((ObjectNode) entry.path("response").path("content")).remove("text");

    Checked checked = checked(har);

    assertThat(checked.errors()).isEmpty();
    assertThat(checked.notes(Level.NOTE))
        .contains(
            "getReview | recording.body | 1 body(s) are not in the recording, too large or no text: not checked");
  }

  private Checked checked(HarFile har) throws IOException {
    return Checked.of(har.write(folder.resolve("exported.har")));
  }

  private static void content(ObjectNode entry, String base64) {
    ((ObjectNode) entry.path("response").path("content"))
        .put("text", base64)
        .put("encoding", "base64");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
