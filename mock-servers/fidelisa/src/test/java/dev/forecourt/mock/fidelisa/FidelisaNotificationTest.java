package dev.forecourt.mock.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages in their three shapes; the state shows who was meant. */
final class FidelisaNotificationTest extends AbstractFidelisaTest {

  private static final String GARNIER = "D407587D800ECC6C629A52CD204C6E61";

  @Test
  void writesToOneCustomer() {
    Answer sent = postSample("/api/notifications", "notificationToCustomer.json");

    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.body()).isEmpty();
    assertThat(noted())
        .containsExactly(
            Map.of(
                "number",
                1L,
                "shop",
                SHOP,
                "time",
                "2026-11-22T23:30:00Z",
                "alert",
                "Message au client",
                "recipients",
                Map.of(PIERRE, "")));
  }

  @Test
  void writesToAllWhoHoldACardOfTheProgramme() {
    Answer sent = postSample("/api/notifications", "notificationToProgram.json");

    assertThat(sent.status()).isEqualTo(200);
    assertThat(recipients()).hasSizeGreaterThan(10).containsKey(GARNIER).doesNotContainKey(PIERRE);
  }

  @Test
  void writesToSeveralCustomersWithALinkForEach() {
    Answer sent = postSample("/api/notifications", "notificationToCustomers.json");

    assertThat(sent.status()).isEqualTo(200);
    assertThat(recipients())
        .isEqualTo(Map.of(GARNIER, "http://fidelisa.com/1", PIERRE, "http://fidelisa.com/2"));
  }

  @Test
  void writesToNobodyWhenOneIsUnknown() {
    Answer answer =
        post(
            "/api/notifications",
            "{\"customers\":{\"" + PIERRE + "\":\"http://a\",\"X\":\"http://b\"},\"alert\":\"x\"}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(noted()).isEmpty();
  }

  @Test
  void knowsNoOtherCustomerOrProgramme() {
    assertThat(post("/api/notifications", "{\"customer\":\"X\",\"alert\":\"x\"}").status())
        .isEqualTo(404);
    assertThat(post("/api/notifications", "{\"program\":\"X\",\"alert\":\"x\"}").body())
        .isEqualTo(
            error(
                "No programme 'X' in shop 'test3'. Try '67B222DC2A92672CA8E9D2C6DCB785CB', or GET"
                    + " /api/shops/programs."));
  }

  @Test
  void refusesTwoShapesAtOnce() {
    Answer answer =
        post("/api/notifications", "{\"customer\":\"a\",\"program\":\"b\",\"alert\":\"x\"}");

    assertThat(answer.status()).isEqualTo(422);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> recipients() {
    return (Map<String, Object>) ((Map<?, ?>) noted().get(0)).get("recipients");
  }

  private static List<Object> noted() {
    return send(withoutKey("/__mock/state")).items("notifications");
  }
}
