package dev.forecourt.runtime;

import feign.RequestTemplate;
import java.util.List;

/** What one security scheme of the contract adds to a request. Made by vendor clients. */
public interface Credential {

  /** Adds the credential, replacing one that is already there. */
  void apply(RequestTemplate template);

  /** Texts that must never be shown. */
  List<String> secrets();

  /** A key that is sent as it is in a header. */
  static Credential header(String name, String key) {
    return new HeaderKey(name, key);
  }
}
