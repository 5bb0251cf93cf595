package dev.forecourt.spring;

import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.credentials.TokenStore;
import dev.forecourt.runtime.limits.RequestLimiter;
import dev.forecourt.runtime.observe.RequestListener;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.util.LambdaSafe;

/** Builds a client from its properties and from the application's beans. */
final class ClientAssembler {
  private final DefaultsProperties defaults;
  private final ConfigurableListableBeanFactory beans;

  ClientAssembler(DefaultsProperties defaults, ConfigurableListableBeanFactory beans) {
    this.defaults = defaults;
    this.beans = beans;
  }

  /**
   * A client. {@code own} sets what only this vendor has. Throws {@link
   * VendorConfigurationException} that names the property to change.
   */
  <B extends VendorClientBuilder<B>, C> C assemble(
      String vendor,
      ClientProperties properties,
      B builder,
      BiConsumer<Settings, B> own,
      Function<B, C> build) {
    Settings settings = new Settings(vendor);
    own.accept(settings, builder);
    settings.value("base-url", properties.getBaseUrl(), builder::baseUrl);
    settings.value(
        "connect-timeout",
        properties.getConnectTimeout(),
        defaults.getConnectTimeout(),
        builder::connectTimeout);
    settings.value(
        "read-timeout",
        properties.getReadTimeout(),
        defaults.getReadTimeout(),
        builder::readTimeout);
    builder.retries(retries(settings, properties.getRetries(), defaults.getRetries()));
    beans.getBeanProvider(RequestListener.class).orderedStream().forEach(builder::listener);
    ofVendor(vendor, RequestLimiter.class).ifPresent(builder::limiter);
    customize(builder);
    return settings.build(() -> build.apply(builder));
  }

  private static RetryPolicy retries(
      Settings settings, CallProperties.Retries own, CallProperties.Retries shared) {
    RetryPolicy.Builder retries = RetryPolicy.builder();
    settings
        .value(
            "retries.max-retries", own.getMaxRetries(), shared.getMaxRetries(), retries::maxRetries)
        .value(
            "retries.first-delay", own.getFirstDelay(), shared.getFirstDelay(), retries::firstDelay)
        .value("retries.max-delay", own.getMaxDelay(), shared.getMaxDelay(), retries::maxDelay)
        .value("retries.time-limit", own.getTimeLimit(), shared.getTimeLimit(), retries::timeLimit);
    return retries.build();
  }

  /** The store that the application keeps this vendor's tokens in: the vendor's own, else any. */
  Optional<TokenStore> tokenStore(String vendor) {
    return ofVendor(vendor, TokenStore.class)
        .or(() -> Optional.ofNullable(beans.getBeanProvider(TokenStore.class).getIfAvailable()));
  }

  /** The bean with the vendor's id as its qualifier or name. */
  private <T> Optional<T> ofVendor(String vendor, Class<T> type) {
    for (String name : beans.getBeanNamesForType(type)) {
      if (BeanFactoryAnnotationUtils.isQualifierMatch(vendor::equals, name, beans)) {
        return Optional.of(BeanFactoryAnnotationUtils.qualifiedBeanOfType(beans, type, vendor));
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private void customize(VendorClientBuilder<?> builder) {
    List<VendorClientCustomizer> customizers =
        beans.getBeanProvider(VendorClientCustomizer.class).orderedStream().toList();
    // calls those whose type parameter fits the builder
    LambdaSafe.callbacks(VendorClientCustomizer.class, customizers, builder)
        .invoke(customizer -> customizer.customize(builder));
  }
}
