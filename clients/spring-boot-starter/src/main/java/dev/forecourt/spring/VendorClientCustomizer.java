package dev.forecourt.spring;

import dev.forecourt.runtime.VendorClientBuilder;

/**
 * A bean that sets on a client's builder what properties cannot say, such as a key that changes.
 *
 * <pre>{@code
 * @Bean
 * VendorClientCustomizer<FidcarClient.Builder> keyOfTheVault(Vault vault) {
 *   return builder -> builder.apiKey(vault::fidcarKey);
 * }
 * }</pre>
 *
 * <p>Called after all properties were set, so that it has the last word; several in the order of
 * their {@code @Order}. With {@code VendorClientCustomizer<VendorClientBuilder<?>>} it is called
 * for every vendor.
 *
 * @param <B> the vendor's builder
 */
@FunctionalInterface
public interface VendorClientCustomizer<B extends VendorClientBuilder<?>> {

  /** Changes the builder of the client that is about to be built. */
  void customize(B builder);
}
