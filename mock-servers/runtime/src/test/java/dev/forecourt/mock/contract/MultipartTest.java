package dev.forecourt.mock.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MultipartTest {

  private static final String GOOD =
      "preamble\r\n--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\none\r\n--B\r\n"
          + "content-type: text/plain; charset=UTF-8\r\ncontent-disposition: form-data; name=\"s[]\"\r\n\r\nété\r\n--B\r\n"
          + "Content-Disposition: form-data; name=s[]\r\n\r\n\r\n--B--\r\nepilogue";

  @Test
  void readsValuesInOrder() {
    assertThat(parse(GOOD)).isEqualTo(Map.of("a", List.of("one"), "s[]", List.of("été", "")));
  }

  @Test
  void readsNamesWithQuotesAsCurlAndBrowsersWriteThem() {
    String curl = "--B\r\nContent-Disposition: form-data; name=\"a\\\"b\"\r\n\r\nx\r\n--B--";
    String browser = "--B\r\nContent-Disposition: form-data; name=\"a%22b\"\r\n\r\nx\r\n--B--";

    assertThat(parse(curl)).containsOnlyKeys("a\"b");
    assertThat(parse(browser)).containsOnlyKeys("a\"b");
  }

  @Test
  void keepsLineBreaksAndDashesInsideAValue() {
    String text = "line\r\n--b\r\n--\r\nx--B";

    assertThat(parse("--B\r\nContent-Disposition: form-data; name=a\r\n\r\n" + text + "\r\n--B--"))
        .isEqualTo(Map.of("a", List.of(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "nothing here -> the boundary named in Content-Type does not occur in the body",
        "--Bx -> a boundary is not followed by a line break",
        "--B~Content-Disposition: form-data; name=a~~v -> the closing boundary is missing",
        "--B~Content-Disposition: form-data; name=a~v~--B-- -> a part has no blank line after its headers",
        "--B~X: y~~v~--B-- -> a part has no Content-Disposition",
        "--B~~v~--B-- -> a part has no Content-Disposition",
        "--B~Content-Disposition: attachment; name=a~~v~--B-- -> a part is not form-data with a name",
        "--B~Content-Disposition: form-data~~v~--B-- -> a part is not form-data with a name",
        "--B~Content-Disposition: form-data; name=\"a~~v~--B-- -> a quoted string does not end",
        "--B~Content-Disposition: form-data; name=a; filename=x~~v~--B-- -> form field 'a' is a file; a plain value is expected",
        "--B~--B-- -> the closing boundary is missing",
      })
  void saysWhatIsWrong(String body, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(body.replace("~", "\r\n")))
        .withMessage(message);
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] body = GOOD.getBytes(StandardCharsets.ISO_8859_1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Multipart.parse(body, "B"))
        .withMessage("form field 's[]' is not UTF-8");
  }

  @Test
  void needsABoundary() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Multipart.parse(new byte[0], null))
        .withMessage("Content-Type has no boundary");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Multipart.parse(new byte[0], "b".repeat(71)))
        .withMessage("the boundary is longer than 70 characters");
  }

  @Test
  void doesNotReadMoreThanAThousandParts() {
    String part = "--B\r\nContent-Disposition: form-data; name=a\r\n\r\nv\r\n";

    assertThat(parse(part.repeat(1000) + "--B--").get("a")).hasSize(1000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(part.repeat(1001) + "--B--"))
        .withMessage("more than 1000 parts");
  }

  /** Whatever is cut, doubled or flipped: an answer or a reason, never another failure. */
  @Test
  void neverFailsInAnotherWay() {
    Random random = new Random(20261122);
    byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);

    for (int i = 0; i < 20_000; i++) {
      byte[] bad = Arrays.copyOf(good, random.nextInt(good.length) + 1 + random.nextInt(5));
      for (int flips = random.nextInt(6); flips > 0; flips--) {
        bad[random.nextInt(bad.length)] = (byte) "\r\n-B\";: =\0\u00ff".charAt(random.nextInt(11));
      }

      Throwable thrown = catchThrowable(() -> Multipart.parse(bad, "B"));

      assertThat(thrown == null || thrown.getClass() == IllegalArgumentException.class)
          .as("%s from %s", thrown, new String(bad, StandardCharsets.ISO_8859_1))
          .isTrue();
    }
  }

  private static Map<String, List<String>> parse(String body) {
    return Multipart.parse(body.getBytes(StandardCharsets.UTF_8), "B");
  }
}
