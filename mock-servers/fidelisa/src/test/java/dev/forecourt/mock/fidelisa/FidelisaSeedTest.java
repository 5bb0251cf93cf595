package dev.forecourt.mock.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.store.SeedRows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the stub starts with: {@code seed/fidelisa.json}, fitted to the accounts. */
final class FidelisaSeedTest {

  private static final String SHOP = new FidelisaVendor().testCredentials().get("shop_code");

  @Test
  void isWhatANewStubExports() throws Exception {
    byte[] seed = SeedRows.document(FidelisaState.class, "fidelisa.json");

    try (MockServer server = MockServer.builder("fidelisa").start()) {
      assertThat(JsonReader.read(server.exportState().getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(JsonReader.read(seed));
    }
  }

  /** Otherwise the stub would give fewer points year by year. */
  @Test
  void hasOneExpiredCardAndNoneThatExpiresSoon() throws Exception {
    Object state = JsonReader.read(SeedRows.document(FidelisaState.class, "fidelisa.json"));

    List<String> days =
        objects(state, "customers").stream()
            .flatMap(each -> JsonTree.objects(each.get("cards")).stream())
            .map(each -> (String) each.get("expiredAt"))
            .filter(Objects::nonNull)
            .toList();

    assertThat(days).filteredOn(each -> each.compareTo("2035") < 0).containsExactly("2024-06-30");
  }

  @Test
  void linksTheShopsToTheProvidersThatWereGiven() throws Exception {
    try (MockServer server =
        MockServer.builder("fidelisa").keys("provider:A:secret", "provider:B:secret").start()) {
      Object state = JsonReader.read(server.exportState().getBytes(StandardCharsets.UTF_8));

      List<Map<String, Object>> links = objects(state, "links");
      assertThat(links).extracting(each -> each.get("provider")).containsOnly("A", "B");
      assertThat(links).hasSize(2 * 5);
    }
  }

  @Test
  void givesAnotherShopWhatTheDocumentedOneHas() throws Exception {
    try (MockServer server =
        MockServer.builder("fidelisa").keys("provider:A:secret", "shop:Mine:secret").start()) {
      Object state = JsonReader.read(server.exportState().getBytes(StandardCharsets.UTF_8));

      for (String table : List.of("programs", "gifts", "customers")) {
        assertThat(of("Mine", objects(state, table)))
            .isNotEmpty()
            .isEqualTo(of(SHOP, objects(state, table)));
      }
      assertThat(objects(state, "shops"))
          .extracting(each -> each.get("userEmail"))
          .hasSize(8)
          .contains("mine@forecourt.example");
      assertThat(objects(state, "links")).contains(Map.of("provider", "A", "shop", "Mine"));
    }
  }

  @SuppressWarnings("unchecked") // no member of the seed's rows is looked at as anything else
  private static List<Map<String, Object>> objects(Object state, String table) {
    return (List<Map<String, Object>>) (Object) JsonTree.objects(JsonTree.at(state, table));
  }

  /** The rows of a shop without its code. */
  private static List<Map<String, Object>> of(String shop, List<Map<String, Object>> rows) {
    List<Map<String, Object>> own =
        rows.stream().filter(each -> shop.equals(each.get("shop"))).toList();
    own.forEach(each -> each.remove("shop"));
    return own;
  }
}
