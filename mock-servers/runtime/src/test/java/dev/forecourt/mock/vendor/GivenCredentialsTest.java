package dev.forecourt.mock.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Headers of a stub, for a caller with other credentials. */
class GivenCredentialsTest {

  @Test
  void replaceTheKeyOfTheTests() {
    Vendor vendor = vendor(Map.of("api_key", "test"), keys -> Map.of("Key", first(keys)));

    assertThat(vendor.headersOf(Map.of("api_key", "real")))
        .containsExactly(Map.entry("Key", "real"));
  }

  @Test
  void replaceWhatIsNoKey() {
    Vendor vendor =
        vendor(
            Map.of("api_key", "test", "token", "test-token"),
            keys -> Map.of("Authorization", "Bearer test-token"));

    assertThat(vendor.headersOf(Map.of("token", "real")))
        .containsExactly(Map.entry("Authorization", "Bearer real"));
  }

  @Test
  void replaceNameAndPasswordThatAreEncoded() {
    Vendor vendor =
        vendor(
            Map.of("username", "me", "password", "test"),
            keys -> Map.of("Authorization", "Basic " + base64("me:test")));

    assertThat(vendor.headersOf(Map.of("username", "you", "password", "té:st$1")))
        .containsExactly(Map.entry("Authorization", "Basic " + base64("you:té:st$1")));
  }

  @Test
  void keepWhatIsNotGiven() {
    Vendor vendor = vendor(Map.of("api_key", "test"), keys -> Map.of("Key", first(keys)));

    assertThat(vendor.headersOf(Map.of())).containsExactly(Map.entry("Key", "test"));
  }

  @Test
  void takeNothingGivenForACredentialOfTheTests() {
    Vendor vendor = vendor(Map.of("name", "a", "key", "b"), keys -> Map.of("Key", "a:b"));

    assertThat(vendor.headersOf(Map.of("name", "b", "key", "a")))
        .containsExactly(Map.entry("Key", "b:a"));
  }

  @Test
  void standForEveryPartUnlessTheVendorSaysOtherwise() {
    Vendor vendor = vendor(Map.of("api_key", "test"), keys -> Map.of());

    assertThat(vendor.credentialParts()).containsExactly("api_key");
    assertThat(vendor.queryOf(Map.of("api_key", "real"))).isEmpty();
  }

  private static String first(Set<String> keys) {
    return keys.iterator().next();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private interface Headers {
    Map<String, String> of(Set<String> keys);
  }

  private static Vendor vendor(Map<String, String> parts, Headers headers) {
    return new Vendor() {
      @Override
      public String id() {
        return "any";
      }

      @Override
      public int port() {
        return 0;
      }

      @Override
      public Set<String> defaultKeys() {
        return Set.of(parts.getOrDefault("api_key", "none"));
      }

      @Override
      public Map<String, String> testCredentials() {
        return parts;
      }

      @Override
      public Map<String, String> headers(Set<String> keys) {
        return headers.of(keys);
      }

      @Override
      public String samplePath() {
        return "/";
      }

      @Override
      public VendorStub open(MockSettings settings) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
