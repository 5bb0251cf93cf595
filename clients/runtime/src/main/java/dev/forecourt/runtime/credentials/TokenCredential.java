package dev.forecourt.runtime.credentials;

import dev.forecourt.runtime.errors.VendorDecodeException;
import feign.RequestTemplate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A token that is fetched when one is needed, used until shortly before its end, and replaced once
 * when the vendor refuses it.
 */
final class TokenCredential implements Credential {
  private final HeaderKey header;
  private final String headerName;
  private final String prefix;
  private final String name;
  private final TokenStore store;
  private final Clock clock;
  private final Collection<String> secrets;
  private final Function<Optional<AccessToken>, AccessToken> fetch;

  /** The token that the vendor refused last; threads that still hold it must not put it back. */
  private volatile @Nullable String refused;

  TokenCredential(
      String headerName,
      String prefix,
      String name,
      TokenStore store,
      Clock clock,
      Collection<String> secrets,
      Function<Optional<AccessToken>, AccessToken> fetch) {
    this.headerName = headerName;
    this.prefix = prefix;
    this.name = name;
    this.store = store;
    this.clock = clock;
    this.secrets = List.copyOf(secrets);
    this.fetch = fetch;
    this.header = new HeaderKey(headerName, prefix, this::token);
  }

  @Override
  public void apply(RequestTemplate template) {
    header.apply(template);
  }

  @Override
  public boolean renew(RequestTemplate request) {
    refused = request.headers().get(headerName).iterator().next().substring(prefix.length());
    return true;
  }

  @Override
  public List<String> secrets() {
    return Stream.concat(secrets.stream(), header.secrets().stream()).toList();
  }

  private String token() {
    Predicate<AccessToken> usable =
        token -> token.isFresh(clock.instant()) && !token.value().equals(refused);
    return store.obtain(name, usable, before -> checked(fetch.apply(before))).value();
  }

  /** Before the store keeps it for a day. */
  private AccessToken checked(AccessToken token) {
    if (!Keys.isSendable(token.value())) {
      throw new VendorDecodeException(
          name
              + ": the vendor's answer holds no token, or one that a header cannot carry. If the"
              + " vendor has changed, change its openapi.yaml; if not, check the base URL.",
          null);
    }
    return token;
  }

  @Override
  public String toString() {
    return headerName + ": " + prefix + "****";
  }
}
