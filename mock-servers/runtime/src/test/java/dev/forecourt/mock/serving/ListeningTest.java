package dev.forecourt.mock.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ListeningTest {

  private final Doors doors = new Doors();

  @Test
  void opensBothFamiliesForLocalhost() throws Exception {
    List<String> open = Listening.open("localhost", 4011, doors);

    assertThat(open).containsExactly("127.0.0.1:4011", "0:0:0:0:0:0:0:1:4011");
  }

  @Test
  void opensNoOtherAddressThanTheOneThatIsNamed() throws Exception {
    assertThat(Listening.open("127.0.0.1", 4011, doors)).containsExactly("127.0.0.1:4011");
  }

  @Test
  void takesAFreePortThatBothFamiliesHave() throws Exception {
    assumeTrue(hasIpv6(), "this machine has no ::1");
    doors.takenOnIpv6 = List.of(5001, 5002);

    List<String> open = Listening.open("localhost", 0, doors);

    assertThat(open).containsExactly("127.0.0.1:5003", "0:0:0:0:0:0:0:1:5003");
    assertThat(doors.closed).containsExactly("127.0.0.1:5001", "127.0.0.1:5002");
  }

  @Test
  void opensNothingWhereOneFamilyIsTaken() {
    assumeTrue(hasIpv6(), "this machine has no ::1");
    doors.takenOnIpv6 = List.of(4011);

    assertThatThrownBy(() -> Listening.open("localhost", 4011, doors))
        .isInstanceOf(BindException.class);
    assertThat(doors.closed).containsExactly("127.0.0.1:4011");
  }

  private static boolean hasIpv6() {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
      return any.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** Opens nothing, and remembers where. */
  private static final class Doors implements Listening.Opener<String> {

    private final List<String> closed = new ArrayList<>();
    private List<Integer> takenOnIpv6 = List.of();
    private int free = 5000;

    @Override
    public String open(InetSocketAddress at) throws IOException {
      String host = at.getAddress().getHostAddress();
      if (host.contains(":") && takenOnIpv6.contains(at.getPort())) {
        throw new BindException("taken");
      }
      return host + ":" + (at.getPort() == 0 ? ++free : at.getPort());
    }

    @Override
    public int port(String open) {
      return Integer.parseInt(open.substring(open.lastIndexOf(':') + 1));
    }

    @Override
    public void close(String open) {
      closed.add(open);
    }
  }
}
