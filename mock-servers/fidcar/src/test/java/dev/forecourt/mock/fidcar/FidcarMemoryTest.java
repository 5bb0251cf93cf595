package dev.forecourt.mock.fidcar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.memory.Budget;
import dev.forecourt.mock.memory.Budgets;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.RandomIds;
import dev.forecourt.mock.vendor.VendorStub;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A stub for which there is no memory left. */
final class FidcarMemoryTest {

  @Test
  void refusesWhatNeedsTheStartDataWhenThereIsNoRoomForIt() {
    FidcarVendor vendor = new FidcarVendor();
    Budget full = new Budgets(1 << 24, 25).state();
    VendorStub stub =
        vendor.open(new MockSettings(vendor.defaultKeys(), Clock.systemUTC(), new RandomIds()));
    stub.state().countIn(full, full.limit());

    MockResponse answer = stub.handle(new KeyedGet("/api/local"));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"error\":{\"code\":503,\"message\":\"The mock's memory for stored rows is used up:"
                + " 2.2 MiB of 2.2 MiB. A reset makes room. More of it: start Java with -Xmx32m"
                + " (now 16m); documentation, \\\"Limits of the mocks\\\".\"}}");
  }

  private record KeyedGet(String path) implements MockRequest {

    @Override
    public String method() {
      return "GET";
    }

    @Override
    public @Nullable String query() {
      return null;
    }

    @Override
    public List<String> headers(String name) {
      return name.equals("Authorization") ? List.of("fidcar-test-key") : List.of();
    }

    @Override
    public byte[] body() {
      return new byte[0];
    }
  }
}
