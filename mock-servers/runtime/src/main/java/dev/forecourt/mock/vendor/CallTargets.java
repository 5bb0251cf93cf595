package dev.forecourt.mock.vendor;

import dev.forecourt.mock.http.HostName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whom a stub may call by itself, as Claire calls webhooks: this machine, and hosts that were
 * allowed. Else whoever reaches the mock could have it call what only this machine sees.
 *
 * @param hosts names and addresses that are allowed beside the loopback
 */
public record CallTargets(Set<String> hosts) {

  /** Normalizes the names. */
  public CallTargets {
    hosts = hosts.stream().map(HostName::plain).collect(Collectors.toUnmodifiableSet());
  }

  /** Why the host must not be called, by its name alone; null when it may be. */
  public @Nullable String refusal(String host) {
    String plain = HostName.plain(host);
    return hosts.contains(plain) || HostName.isLoopback(plain) ? null : words(plain);
  }

  /**
   * The same just before the call, when it counts where the name leads: a loopback name that leads
   * elsewhere is refused as well. Looks the name up, which may take long.
   */
  public @Nullable String refusalNow(String host) throws UnknownHostException {
    String refused = refusal(host);
    if (refused != null || hosts.contains(HostName.plain(host))) {
      return refused;
    }
    for (InetAddress each : InetAddress.getAllByName(host)) {
      if (!each.isLoopbackAddress()) {
        return "%s leads to %s".formatted(words(host), each.getHostAddress());
      }
    }
    return null;
  }

  private static String words(String host) {
    return "the mock calls this machine alone, and '%s' is another host. Use localhost, or start the mock with --webhook-host %s; in Java: webhookHost(\"%s\")"
        .formatted(host, host, host);
  }
}
