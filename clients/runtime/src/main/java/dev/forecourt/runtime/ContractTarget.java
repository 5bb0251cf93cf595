package dev.forecourt.runtime;

import feign.Request;
import feign.RequestTemplate;
import feign.Target.HardCodedTarget;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes: to the base URL, or to the server that the contract gives its operation.
 */
final class ContractTarget<T> extends HardCodedTarget<T> {
  private final boolean contractServers;

  ContractTarget(Class<T> type, String vendor, @Nullable String baseUrl) {
    super(type, vendor, baseUrl == null ? of(type.getAnnotation(ContractServer.class)) : baseUrl);
    this.contractServers = baseUrl == null;
  }

  @Override
  public Request apply(RequestTemplate template) {
    ContractServer own = template.methodMetadata().method().getAnnotation(ContractServer.class);
    if (contractServers && own != null) {
      template.target(of(own));
    }
    return super.apply(template);
  }

  private static String of(ContractServer server) {
    return server.value();
  }
}
