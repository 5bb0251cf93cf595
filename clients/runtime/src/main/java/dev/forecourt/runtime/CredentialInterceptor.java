package dev.forecourt.runtime;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Applies the credentials that the contract gives an operation, and no others. */
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
    List<List<String>> possible =
        Arrays.stream(secured.value())
            .map(schemes -> Arrays.stream(schemes.split(" ")).filter(s -> !s.isEmpty()).toList())
            .filter(credentials.keySet()::containsAll)
            .toList();
    if (possible.isEmpty()) {
      throw new IllegalStateException(
          "%s %s needs %s, and the client has %s. Give the credential to the builder."
              .formatted(
                  vendor,
                  method.getName(),
                  String.join(" or ", secured.value()),
                  credentials.isEmpty()
                      ? "none"
                      : String.join(" ", new TreeSet<>(credentials.keySet()))));
    }
    // all that the caller has and the operation takes: which alternative a vendor prefers is
    // unknown
    possible.stream()
        .flatMap(List::stream)
        .distinct()
        .map(credentials::get)
        .forEach(credential -> credential.apply(template));
  }
}
