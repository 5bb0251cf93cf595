package dev.forecourt.runtime.credentials;

import feign.RequestTemplate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What one security scheme of the contract adds to a request. Made by vendor clients.
 *
 * <p>The credentials of a request are applied in the order in which the contract names their
 * schemes, anew for each request, so one may build on the header of another.
 */
public interface Credential {

  /** Adds the credential, replacing one that is already there. */
  void apply(RequestTemplate template);

  /**
   * Told that the vendor answered 401 to this request. True if the next one will carry something
   * else, so that it is worth sending. Default false.
   */
  default boolean renew(RequestTemplate refused) {
    return false;
  }

  /** Texts that must never be shown. Asked again whenever text is shown. */
  List<String> secrets();

  /** A key that is sent as it is in a header. */
  static Credential header(String name, String key) {
    return new HeaderKey(name, "", () -> key);
  }

  /** A key or token that is sent in a header behind a scheme word, such as {@code "JWT "}. */
  static Credential header(String name, String prefix, String token) {
    return new HeaderKey(name, prefix, () -> token);
  }

  /** A token that is asked for with each request and sent as {@code Authorization: Bearer}. */
  static Credential bearer(Supplier<String> token) {
    return new HeaderKey("Authorization", "Bearer ", token);
  }

  /**
   * A token that is fetched when one is needed, and sent in a header behind a scheme word. It is
   * used until shortly before its end, and replaced once after a 401.
   *
   * @param header name of the header
   * @param prefix scheme word and space, such as {@code "Bearer "}
   * @param name under which the store keeps the token: another one for each account
   * @param store keeps the token
   * @param clock tells when the token ends
   * @param secrets what the token is fetched with
   * @param fetch gets a new token; told the one before, if there is one
   */
  static Credential token(
      String header,
      String prefix,
      String name,
      TokenStore store,
      Clock clock,
      Collection<String> secrets,
      Function<Optional<AccessToken>, AccessToken> fetch) {
    return new TokenCredential(header, prefix, name, store, clock, secrets, fetch);
  }

  /** A key in the query. It may end up in logs of others. */
  static Credential query(String name, String key) {
    return new QueryKey(name, key);
  }
}
