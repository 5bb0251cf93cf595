package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.tools.random.RandomRequest;
import dev.forecourt.contract.tools.random.RandomRequests;
import dev.forecourt.mock.trials.TrialCredentials;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No request, however malformed, makes a stub fail or keep its caller waiting, or costs memory that
 * it does not give back.
 *
 * <p>Longer: {@code -Dforecourt.fuzz.rounds=50}.
 */
abstract class AbstractFuzzTest {

  // in each, every way is tried on one operation after the other
  private static final int ROUNDS = Integer.getInteger("forecourt.fuzz.rounds", 2);
  private static final long SEED = Long.getLong("forecourt.random.seed", 20261122);
  private static final long KEPT_AT_MOST = 48L * 1024 * 1024;
  private static final int SHOWN_BYTES = 600;
  private static final int NOT_IMPLEMENTED = 501;

  /** The port a vendor is served on. */
  abstract int port(String vendor);

  /** Ways to which the transport says 501 by itself, before a stub sees the request. */
  abstract List<String> unknownToTransport();

  @ParameterizedTest
  @MethodSource("vendors")
  void surviveWhateverIsSent(Vendor vendor) throws IOException {
    RandomRequests requests =
        RandomRequests.of(Path.of(System.getProperty("forecourt.specs"), vendor.id()));
    TrialCredentials credentials = TrialCredentials.of(vendor);
    Map<String, String> failures = new TreeMap<>();
    long before = usedBytes(vendor);

    for (int round = 0; round < ROUNDS; round++) {
      int next = round * 3;
      for (Map.Entry<String, Consumer<Malformed>> way : Malformations.all().entrySet()) {
        List<String> operations = requests.operations();
        RandomRequest request =
            requests.valid(operations.get(next++ % operations.size()), SEED + round);
        Malformed malformed = new Malformed(request, credentials.next(), new Random(SEED + round));
        way.getValue().accept(malformed);
        int status = RawHttp.status(port(vendor.id()), malformed.bytes());
        boolean known = status == NOT_IMPLEMENTED && unknownToTransport().contains(way.getKey());
        if (status == RawHttp.HANGS || (status >= 500 && !known)) {
          failures.putIfAbsent(
              way.getKey(), status + " for " + request + "\n" + shown(malformed.bytes()));
        }
      }
    }

    assertThat(failures).isEmpty();
    assertThat(RawHttp.statusOfWhole(port(vendor.id()), control("GET /__mock/health")))
        .isEqualTo(200);
    assertThat(usedBytes(vendor) - before).isLessThan(KEPT_AT_MOST);
  }

  static Stream<Vendor> vendors() {
    return Vendors.all().stream();
  }

  private static String shown(byte[] request) {
    String text = new String(request, StandardCharsets.ISO_8859_1);
    return text.length() <= SHOWN_BYTES ? text : text.substring(0, SHOWN_BYTES) + "…";
  }

  /** What is in use once the state is that of the start. */
  private long usedBytes(Vendor vendor) throws IOException {
    RawHttp.statusOfWhole(port(vendor.id()), control("POST /__mock/reset"));
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static byte[] control(String line) {
    return (line + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
