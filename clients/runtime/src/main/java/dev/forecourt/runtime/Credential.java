package dev.forecourt.runtime;

import feign.RequestTemplate;
import java.util.List;
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

  /** A key in the query. It may end up in logs of others. */
  static Credential query(String name, String key) {
    return new QueryKey(name, key);
  }
}
