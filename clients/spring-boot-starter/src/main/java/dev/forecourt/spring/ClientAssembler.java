package dev.forecourt.spring;

import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.credentials.TokenStore;
import dev.forecourt.runtime.limits.RequestLimiter;
import dev.forecourt.runtime.observe.RequestListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.util.LambdaSafe;
import org.springframework.util.unit.DataSize;

/** Builds a client from its properties and from the application's beans. */
final class ClientAssembler {
  private final DefaultsProperties defaults;
  private final ConfigurableListableBeanFactory beans;
  private final SslContexts ssl;

  ClientAssembler(DefaultsProperties defaults, ConfigurableListableBeanFactory beans) {
    this.defaults = defaults;
    this.beans = beans;
    this.ssl = new SslContexts(beans.getBeanProvider(SslBundles.class).getIfAvailable());
  }

  /**
   * A client of an account, or of the vendor's own properties if that is null. {@code own} sets
   * what only this vendor has. Throws {@link VendorConfigurationException} that names the property
   * to change.
   */
  <P extends ClientProperties, B extends VendorClientBuilder<B>, C> C assemble(
      String vendor,
      @Nullable String account,
      P properties,
      Map<String, ? extends P> accounts,
      B builder,
      BiConsumer<Settings<P>, B> own,
      Function<B, C> build) {
    List<Settings.Layer<P>> layers = new ArrayList<>();
    String prefix = "forecourt." + vendor;
    if (account != null) {
      layers.add(layer(prefix + ".accounts." + account, accounts.get(account)));
    }
    layers.add(new Settings.Layer<>(prefix, properties));
    Settings<P> settings = new Settings<>(vendor, layers, defaults);
    own.accept(settings, builder);
    settings
        .value("base-url", ClientProperties::getBaseUrl, builder::baseUrl)
        .shared("connect-timeout", CallProperties::getConnectTimeout, builder::connectTimeout)
        .shared("read-timeout", CallProperties::getReadTimeout, builder::readTimeout)
        .shared("gzip", CallProperties::getGzip, builder::gzip)
        .shared(
            "max-response-size",
            CallProperties::getMaxResponseSize,
            (DataSize size) -> builder.maxResponseSize(size.toBytes()))
        .shared("http2", CallProperties::getHttp2, builder::http2)
        .shared("user-agent", CallProperties::getUserAgent, builder::userAgent)
        .shared(
            "ssl.bundle",
            call -> call.getSsl().getBundle(),
            (String bundle) -> builder.sslContext(ssl.of(bundle)))
        .entries("headers", CallProperties::getHeaders, builder::header)
        .entries("query", CallProperties::getQuery, builder::query);
    proxy(settings, builder);
    builder.retries(retries(settings));
    beans.getBeanProvider(RequestListener.class).orderedStream().forEach(builder::listener);
    of(vendor, account, RequestLimiter.class).ifPresent(builder::limiter);
    customize(builder);
    return settings.build(() -> build.apply(builder));
  }

  private static <P> Settings.Layer<P> layer(String prefix, @Nullable P properties) {
    if (properties == null) {
      // the binder makes no account of properties that it does not know
      throw new VendorConfigurationException(
          prefix, "None of its properties is known. Look for a typing mistake.", null);
    }
    return new Settings.Layer<>(prefix, properties);
  }

  private static <B extends VendorClientBuilder<B>> void proxy(Settings<?> settings, B builder) {
    var layer = settings.nearest(call -> isSet(call.getProxy()));
    if (layer == null) {
      return;
    }
    CallProperties.Proxy proxy = layer.properties().getProxy();
    String host = Settings.present(layer.full("proxy.host"), proxy.getHost());
    int port = Settings.present(layer.full("proxy.port"), proxy.getPort());
    settings.set("proxy.host", layer.full("proxy.host"), host, HostProxy::refuseMoreThanAHost);
    List<String> direct =
        proxy.getNonProxyHosts() == null ? HostProxy.LOCAL : proxy.getNonProxyHosts();
    settings.set(
        "proxy.port",
        layer.full("proxy.port"),
        port,
        number -> builder.proxy(new HostProxy(host, number, direct)));
    if (proxy.getUser() != null || proxy.getPassword() != null) {
      String user = Settings.present(layer.full("proxy.user"), proxy.getUser());
      String password = Settings.present(layer.full("proxy.password"), proxy.getPassword());
      settings.set(
          "proxy.user", layer.full("proxy.user"), user, name -> builder.proxyLogin(name, password));
    }
  }

  private static boolean isSet(CallProperties.Proxy proxy) {
    return proxy.getHost() != null
        || proxy.getPort() != null
        || proxy.getUser() != null
        || proxy.getPassword() != null
        || proxy.getNonProxyHosts() != null;
  }

  private static RetryPolicy retries(Settings<?> settings) {
    RetryPolicy.Builder retries = RetryPolicy.builder();
    settings
        .shared(
            "retries.max-retries", call -> call.getRetries().getMaxRetries(), retries::maxRetries)
        .shared(
            "retries.first-delay", call -> call.getRetries().getFirstDelay(), retries::firstDelay)
        .shared("retries.max-delay", call -> call.getRetries().getMaxDelay(), retries::maxDelay)
        .shared("retries.time-limit", call -> call.getRetries().getTimeLimit(), retries::timeLimit);
    return retries.build();
  }

  /**
   * The store that the application keeps these tokens in: the account's or vendor's own, else any.
   */
  Optional<TokenStore> tokenStore(String vendor, @Nullable String account) {
    return of(vendor, account, TokenStore.class)
        .or(() -> Optional.ofNullable(beans.getBeanProvider(TokenStore.class).getIfAvailable()));
  }

  /** The bean with {@code fidcar.paris}, else the vendor's id, as its qualifier or name. */
  private <T> Optional<T> of(String vendor, @Nullable String account, Class<T> type) {
    Optional<T> own = account == null ? Optional.empty() : of(vendor + "." + account, type);
    return own.or(() -> of(vendor, type));
  }

  private <T> Optional<T> of(String qualifier, Class<T> type) {
    for (String name : beans.getBeanNamesForType(type)) {
      if (BeanFactoryAnnotationUtils.isQualifierMatch(qualifier::equals, name, beans)) {
        return Optional.of(BeanFactoryAnnotationUtils.qualifiedBeanOfType(beans, type, qualifier));
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
