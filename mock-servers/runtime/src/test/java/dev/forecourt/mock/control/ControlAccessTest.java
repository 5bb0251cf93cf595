package dev.forecourt.mock.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ControlAccessTest {

  @Test
  void takesEveryAddressWhereTheMockListensOnAll() {
    ControlAccess everywhere = new ControlAccess("0.0.0.0", Set.of(), Set.of());

    assertThat(status(everywhere, "192.168.1.5:4011")).isEqualTo(200);
    assertThat(status(everywhere, "[fd00::5]:4011")).isEqualTo(200);
    // an address cannot be pointed elsewhere, a name can
    assertThat(status(everywhere, "mocks:4011")).isEqualTo(403);
  }

  @Test
  void takesTheAddressThatTheMockListensOn() {
    ControlAccess one = new ControlAccess("192.168.1.5", Set.of(), Set.of());

    assertThat(status(one, "192.168.1.5:4011")).isEqualTo(200);
    assertThat(status(one, "192.168.1.6:4011")).isEqualTo(403);
  }

  @Test
  void refusesToAllowWhatIsNoOrigin() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ControlAccess("127.0.0.1", Set.of(), Set.of("http://a:1/console")))
        .withMessage(
            "An origin is a scheme, a host and a port, such as http://127.0.0.1:4010, but was 'http://a:1/console'. Leave out the path.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ControlAccess("127.0.0.1", Set.of(), Set.of("null")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ControlAccess("127.0.0.1", Set.of(), Set.of("*")));
  }

  private static int status(ControlAccess access, String host) {
    return access.guard(new Call(host), () -> MockResponse.empty(200)).status();
  }

  private record Call(String host) implements MockRequest {

    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String path() {
      return "/__mock";
    }

    @Override
    public String query() {
      return null;
    }

    @Override
    public List<String> headers(String name) {
      return name.equals("Host") ? List.of(host) : List.of();
    }

    @Override
    public byte[] body() {
      return new byte[0];
    }
  }
}
