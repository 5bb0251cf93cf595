package dev.forecourt.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signatures are those of the vendor's samples, over a new single-use token for each request. */
class SignatureTest {
  private final WireServer server = new WireServer();
  private final FakeTime time = new FakeTime();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void signsFiveHundredRandomInputsAsTheSampleDoes() throws Exception {
    Random random = new Random(20150909);

    for (int i = 0; i < 500; i++) {
      String request = visible(random, random.nextInt(120));
      String key = visible(random, 1 + random.nextInt(150));

      assertThat(RequestSignature.sign(request, key))
          .as("request %s, key %s", request, key)
          .isEqualTo(signRequest(request, key));
    }
  }

  /** Written without {@code javax.crypto.Mac}, so that it is not compared with itself. */
  @Test
  void theSampleHereIsThatOfRfc2202() throws Exception {
    assertThat(hmacSha1("Jefe", "what do ya want for nothing?"))
        .isEqualTo("EF-FC-DF-6A-E5-EB-2F-A2-D2-74-16-D5-F1-84-DF-9C-25-9A-7C-79");
  }

  /** evidence/samples/signature.cs, line for line. */
  private static String signRequest(String request, String secretKey) throws Exception {
    String policy = Base64.getEncoder().encodeToString(request.getBytes("US-ASCII"));
    String tmp = hmacSha1(secretKey, policy);
    String hmac = tmp.replace("-", "").toLowerCase(Locale.ROOT);
    return Base64.getEncoder().encodeToString(hmac.getBytes("US-ASCII"));
  }

  /** RFC 2104 with SHA-1, as {@code BitConverter.ToString} writes it. */
  private static String hmacSha1(String key, String text) throws Exception {
    byte[] secret = key.getBytes("US-ASCII");
    byte[] block = new byte[64];
    byte[] start = secret.length > 64 ? MessageDigest.getInstance("SHA-1").digest(secret) : secret;
    System.arraycopy(start, 0, block, 0, start.length);
    byte[] inner = keyed(block, 0x36, text.getBytes("US-ASCII"));
    StringBuilder hex = new StringBuilder();
    for (byte octet : keyed(block, 0x5C, inner)) {
      hex.append(hex.length() == 0 ? "" : "-").append(String.format("%02X", octet));
    }
    return hex.toString();
  }

  private static byte[] keyed(byte[] block, int pad, byte[] text) throws Exception {
    MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
    for (byte octet : block) {
      sha1.update((byte) (octet ^ pad));
    }
    return sha1.digest(text);
  }

  private static String visible(Random random, int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> String.valueOf((char) (0x21 + random.nextInt(0x5E))))
        .reduce("", String::concat);
  }

  private FidelisaClient client() {
    return FidelisaClient.builder()
        .provider("FORECOURT", "prov1der-key")
        .shop("619E8B", "sh0p-key")
        .baseUrl(server.url())
        .clock(time)
        .sleeper(time)
        .build();
  }

  private static void assertSigned(WireRequest request) {
    String jeton = request.header("FIDELISA_JETON");
    assertThat(request.header("FIDELISA_PROVIDER_KEY"))
        .isEqualTo(RequestSignature.sign("FORECOURT" + jeton, "prov1der-key"));
    assertThat(request.header("FIDELISA_APIUSER_KEY"))
        .isEqualTo(RequestSignature.sign("619E8B" + jeton, "sh0p-key"));
  }

  @Test
  void signsEachRetryAnewOverANewToken() {
    server
        .answer(WireAnswer.json(503, "{}"))
        .answer(WireAnswer.json(429, "{}").header("Retry-After", "1"))
        .answer("{}");

    try (FidelisaClient client = client()) {
      client.customers().getCustomer("FD39A1AA");
    }

    assertThat(server.requests()).hasSize(3).allSatisfy(SignatureTest::assertSigned);
    assertThat(server.requests())
        .extracting(request -> request.header("FIDELISA_JETON"))
        .doesNotHaveDuplicates();
  }

  @Test
  void neverRepeatsATokenAndUsesAllItsDigits() {
    Jetons jetons = new Jetons();
    Set<String> seen = new HashSet<>();
    int[] ones = new int[128];

    for (int i = 0; i < 10_000; i++) {
      String jeton = jetons.get();
      seen.add(jeton);
      BigInteger bits = new BigInteger(jeton, 16);
      IntStream.range(0, 128).filter(bits::testBit).forEach(bit -> ones[bit]++);
    }

    assertThat(seen).hasSize(10_000).allMatch(jeton -> jeton.matches("[0-9a-f]{32}"));
    // each of the 128 bits is a fair coin: 5,000 heads, give or take 6 standard deviations
    assertThat(Arrays.stream(ones)).allMatch(count -> Math.abs(count - 5_000) < 300);
  }

  /** Another client cannot know what this one will send: there is no seed to guess. */
  @Test
  void twoSourcesMadeAtOnceDiffer() {
    List<Jetons> sources = IntStream.range(0, 50).mapToObj(i -> new Jetons()).toList();

    assertThat(sources.stream().map(Jetons::get)).doesNotHaveDuplicates();
  }
}
