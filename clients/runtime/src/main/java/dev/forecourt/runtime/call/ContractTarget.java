package dev.forecourt.runtime.call;

import dev.forecourt.runtime.contract.ContractServer;
import dev.forecourt.runtime.encode.QueryEncoder;
import feign.Request;
import feign.RequestTemplate;
import feign.Target.HardCodedTarget;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes: to the base URL, or to the server that the contract gives its operation.
 * The last to see the URL before it is sent, so empty values come in here.
 */
public final class ContractTarget<T> extends HardCodedTarget<T> {
  private final boolean contractServers;
  private final Map<String, String> otherServers;

  /** A base URL stands for all servers of the contract but those that have one of their own. */
  public ContractTarget(
      Class<T> type, String vendor, @Nullable String baseUrl, Map<String, String> otherServers) {
    super(type, vendor, baseUrl == null ? of(type.getAnnotation(ContractServer.class)) : baseUrl);
    this.contractServers = baseUrl == null;
    this.otherServers = otherServers;
  }

  @Override
  public Request apply(RequestTemplate template) {
    ContractServer own = template.methodMetadata().method().getAnnotation(ContractServer.class);
    if (own != null && otherServers.containsKey(of(own))) {
      template.target(otherServers.get(of(own)));
    } else if (own != null && contractServers) {
      template.target(of(own));
    }
    return withEmptyValues(super.apply(template));
  }

  private static Request withEmptyValues(Request request) {
    String url = QueryEncoder.withEmptyValues(request.url());
    return url.equals(request.url())
        ? request
        : Request.create(
            request.httpMethod(),
            url,
            request.headers(),
            request.body(),
            request.charset(),
            request.requestTemplate());
  }

  private static String of(ContractServer server) {
    return server.value();
  }
}
