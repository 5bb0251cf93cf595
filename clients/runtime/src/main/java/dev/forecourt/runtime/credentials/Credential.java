package dev.forecourt.runtime.credentials;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * What one security scheme of the contract adds to a request. Made by vendor clients.
 *
 * <p>The credentials of a request are applied in the order in which the contract names their
 * schemes, anew for each request, so one may build on the header of another.
 */
public interface Credential {

  /** Adds the credential, replacing one that is already there. */
  void apply(RequestDraft request);

  /**
   * The same within a time: a credential that has to ask somebody gives up then. Default: {@link
   * #apply(RequestDraft)}.
   *
   * @throws InterruptedException if the calling thread is interrupted while it waits
   * @throws TimeoutException if the time is over
   */
  default void apply(RequestDraft request, Duration timeout)
      throws InterruptedException, TimeoutException {
    apply(request);
  }

  /**
   * Called when the vendor answered 401 to this request. True if the next one will carry something
   * else, so that it is worth a retry. Default false.
   */
  default boolean renew(RequestDraft refused) {
    return false;
  }

  /** Called when the vendor answered this request with anything but 401. Default: nothing. */
  default void accepted(RequestDraft request) {}

  /** Texts that must never be shown. Asked again whenever text is shown. */
  List<String> secrets();

  /** A key that is sent as it is in a header. */
  static Credential header(String name, String key) {
    return new HeaderKey(name, "", unnamed(name).with(key));
  }

  /** A key that is asked for with each request, so that it may change, and sent in a header. */
  static Credential header(String name, Supplier<String> key) {
    return new HeaderKey(name, "", unnamed(name).with(key));
  }

  /** A key under its own name, sent as it is in a header. */
  static Credential header(String name, Key key) {
    return new HeaderKey(name, "", key);
  }

  /** A key or token that is asked for with each request and sent behind a scheme word. */
  static Credential header(String name, String prefix, Supplier<String> token) {
    return new HeaderKey(name, prefix, unnamed(name).with(token));
  }

  /** A key or token that is sent in a header behind a scheme word, such as {@code "JWT "}. */
  static Credential header(String name, String prefix, String token) {
    return new HeaderKey(name, prefix, unnamed(name).with(token));
  }

  /** The same under its own name. */
  static Credential header(String name, String prefix, Key token) {
    return new HeaderKey(name, prefix, token);
  }

  /** A token that is asked for with each request and sent as {@code Authorization: Bearer}. */
  static Credential bearer(Supplier<String> token) {
    return header("Authorization", "Bearer ", token);
  }

  /**
   * A token that is fetched when one is needed, and sent in a header behind a scheme word. It is
   * used until shortly before its end, and replaced once after a 401. If the vendor refuses the new
   * one as well, or the request for it, no other is asked for before a pause is over: 5 seconds,
   * doubling up to 5 minutes, or as long as the vendor asks for, up to an hour. Calls that need one
   * throw {@link dev.forecourt.runtime.errors.TokenPausedException} until then.
   *
   * @param header name of the header
   * @param prefix scheme word and space, such as {@code "Bearer "}
   * @param name under which the store keeps the token: another one for each account
   * @param store keeps the token
   * @param clock tells when the token ends
   * @param secrets what the token is fetched with, to be hidden
   * @param fetch gets a new token
   */
  static Credential token(
      String header,
      String prefix,
      String name,
      TokenStore store,
      Clock clock,
      Collection<String> secrets,
      TokenFetch fetch) {
    List<String> fixed = List.copyOf(secrets);
    return token(header, prefix, name, store, clock, () -> fixed, fetch);
  }

  /** The same with secrets that may change: asked for whenever text is shown. */
  static Credential token(
      String header,
      String prefix,
      String name,
      TokenStore store,
      Clock clock,
      Supplier<List<String>> secrets,
      TokenFetch fetch) {
    return new TokenCredential(header, prefix, name, store, clock, secrets, fetch);
  }

  /** A key in the query. It may end up in logs of others. */
  static Credential query(String name, String key) {
    return new QueryKey(name, unnamed(name).with(key));
  }

  /** A key in the query that is asked for with each request, so that it may change. */
  static Credential query(String name, Supplier<String> key) {
    return new QueryKey(name, unnamed(name).with(key));
  }

  /** A key in the query under its own name. */
  static Credential query(String name, Key key) {
    return new QueryKey(name, key);
  }

  /** User and password in {@code Authorization: Basic}. */
  static Credential basic(Key user, Key password) {
    return new BasicKey(user, password);
  }

  /** A key in a cookie, beside those of the request. */
  static Credential cookie(String name, Key key) {
    return new CookieKey(name, key);
  }

  private static Key unnamed(String name) {
    return Key.named("key for " + name);
  }
}
