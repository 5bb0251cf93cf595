package dev.forecourt.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Ports of this machine for stubs: above those of the console and of our own vendors. */
final class OpenPort {

  /** The console has 4010, our own vendors have 4011 to 4015. */
  static final int FIRST = 4016;

  private static final int LAST = 4099;
  private static final int LARGEST = 65_535;

  private OpenPort() {}

  /** The lowest that no process listens on. */
  static int lowest() {
    return IntStream.rangeClosed(FIRST, LAST)
        .filter(OpenPort::isFree)
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "All ports from %d to %d are taken. Any other is taken with: --port 0"
                        .formatted(FIRST, LAST)));
  }

  /** Throws {@link Refusal} if a process listens on it; 0 is any. */
  static void check(int port) {
    if (port < 0 || port > LARGEST) {
      throw new Refusal("A port is a number from 0 to %d but was %d.".formatted(LARGEST, port));
    }
    if (port != 0 && !isFree(port)) {
      throw new Refusal(
          "Port %d is taken by another process. End it, or take the next free one: leave out --port; any: --port 0"
              .formatted(port));
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false; // another process has it
    }
  }
}
