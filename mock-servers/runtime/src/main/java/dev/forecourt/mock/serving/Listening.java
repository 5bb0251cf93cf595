package dev.forecourt.mock.serving;

import dev.forecourt.mock.http.HostName;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens a port at every address that a host stands for: {@code localhost} is 127.0.0.1 and, where
 * the machine has it, ::1, for clients try either first. All other hosts are one address.
 */
public final class Listening {

  private static final byte[] IPV4 = {127, 0, 0, 1};
  private static final byte[] IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  // of free ports that one family offers, the other has nearly all free as well
  private static final int TRIES = 20;

  private Listening() {}

  /** Opens sockets of a kind. */
  public interface Opener<T> {

    /** Listens, or throws {@link BindException} when somebody else does. */
    T open(InetSocketAddress at) throws IOException;

    /** The port on which one listens. */
    int port(T open);

    void close(T open);
  }

  /**
   * One for each address, all on the same port, which is a free one for 0. Throws {@link
   * IOException}, and leaves none open, when one of them is taken.
   */
  public static <T> List<T> open(String host, int port, Opener<T> opener) throws IOException {
    if (!HostName.plain(host).equals("localhost")) {
      return List.of(opener.open(new InetSocketAddress(host, port)));
    }
    for (int i = 1; ; i++) {
      T first = opener.open(new InetSocketAddress(InetAddress.getByAddress(host, IPV4), port));
      try {
        return withIpv6(host, first, opener);
      } catch (IOException e) {
        opener.close(first);
        if (port != 0 || i == TRIES) {
          throw e;
        }
      }
    }
  }

  private static <T> List<T> withIpv6(String host, T first, Opener<T> opener) throws IOException {
    List<T> all = new ArrayList<>(List.of(first));
    try {
      all.add(
          opener.open(
              new InetSocketAddress(InetAddress.getByAddress(host, IPV6), opener.port(first))));
    } catch (IOException e) {
      if (hasIpv6()) {
        throw e;
      }
    }
    return all;
  }

  /** Asked when opening failed only: some machines have no IPv6, or none for this JVM. */
  private static boolean hasIpv6() {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByAddress(IPV6))) {
      return any.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
