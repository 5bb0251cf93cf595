package dev.forecourt.runtime;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Applies the credentials of the schemes that the contract gives an operation, and no others. */
final class CredentialInterceptor implements RequestInterceptor {
  private final String vendor;
  private final Map<String, Credential> credentials;

  CredentialInterceptor(String vendor, Map<String, Credential> credentials) {
    this.vendor = vendor;
    this.credentials = Map.copyOf(credentials);
  }

  @Override
  public void apply(RequestTemplate template) {
    var method = template.methodMetadata().method();
    Secured secured = method.getAnnotation(Secured.class);
    if (secured == null || secured.value().length == 0) {
      return;
    }
    // the generator flattens "either" and "both": apply each scheme that the caller has
    List<Credential> held =
        Arrays.stream(secured.value()).map(credentials::get).filter(Objects::nonNull).toList();
    if (held.isEmpty()) {
      throw new IllegalStateException(
          vendor
              + " "
              + method.getName()
              + " needs one of "
              + Arrays.toString(secured.value())
              + " and the client has none. Give the credential to the builder.");
    }
    held.forEach(credential -> credential.apply(template));
  }
}
