package dev.forecourt.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostNameTest {

  @ParameterizedTest
  @CsvSource({
    "localhost, localhost",
    "127.0.0.1, 127.0.0.1",
    "::1, [::1]",
    "[::1], [::1]",
    "0.0.0.0, localhost",
    "::, localhost",
    "mocks, mocks"
  })
  void standsInAUrlAsItCanBeCalled(String host, String shown) {
    assertThat(HostName.inUrl(host)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"::1, 0:0:0:0:0:0:0:1", "0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:1", "mocks, mocks"})
  void isWrittenInOneWay(String host, String written) {
    assertThat(HostName.written(host)).isEqualTo(written);
  }
}
