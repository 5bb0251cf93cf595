package dev.forecourt.mock.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 7396, appendix A. */
final class MergePatchTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "{`a`:`b`} | {`a`:`c`} | {`a`:`c`}",
        "{`a`:`b`} | {`b`:`c`} | {`a`:`b`,`b`:`c`}",
        "{`a`:`b`} | {`a`:null} | {}",
        "{`a`:`b`,`b`:`c`} | {`a`:null} | {`b`:`c`}",
        "{`a`:[`b`]} | {`a`:`c`} | {`a`:`c`}",
        "{`a`:{`b`:`c`}} | {`a`:{`b`:`d`,`c`:null}} | {`a`:{`b`:`d`}}",
        "{`a`:[{`b`:`c`}]} | {`a`:[1]} | {`a`:[1]}",
        "[`a`,`b`] | [`c`,`d`] | [`c`,`d`]",
        "{`e`:null} | {`a`:1} | {`e`:null,`a`:1}",
        "{} | {`a`:{`bb`:{`ccc`:null}}} | {`a`:{`bb`:{}}}",
      })
  void appliesAsTheRfcShows(String target, String patch, String result) {
    Object applied = MergePatch.apply(read(target), read(patch));

    assertThat(new String(Json.write(applied), StandardCharsets.UTF_8))
        .isEqualTo(result.replace('`', '"'));
  }

  private static Object read(String text) {
    return Json.read(text.replace('`', '"'));
  }
}
