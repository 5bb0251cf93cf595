package dev.forecourt.runtime.http;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers to proxies that ask who is there. Nothing is said before a proxy asks for the first time;
 * from then on it is said with each request, to that proxy alone.
 */
final class ProxyLogins {
  private final @Nullable ProxyLogin login;
  private final Map<String, ProxyAnswer> known = new ConcurrentHashMap<>();

  /**
   * Logs in as that user.
   *
   * @param login null to ask the JVM's Authenticator
   */
  ProxyLogins(@Nullable ProxyLogin login) {
    this.login = login;
  }

  /** Value of Proxy-Authorization; null while the proxy has not asked. */
  @Nullable String header(Route route, String method, String uri) {
    ProxyAnswer answer = known.isEmpty() ? null : known.get(route.proxyName());
    return answer == null ? null : answer.header(method, uri);
  }

  /** Whether the proxy wants a login. */
  boolean knows(Route route) {
    return known.containsKey(route.proxyName());
  }

  /**
   * Learns from a 407 what to say next time.
   *
   * @param said what was said this time
   * @throws TransportFailure when there is nothing new to say
   */
  void learn(Route route, ResponseHead asked, @Nullable String said) throws TransportFailure {
    ProxyAnswer before = said == null ? null : known.get(route.proxyName());
    List<Challenge> challenges = Challenge.all(asked.all("Proxy-Authenticate"));
    Challenge challenge = best(challenges);
    if (challenge == null) {
      throw Failures.proxy(
          route.target(),
          route,
          "asks for a login (407) by "
              + (challenges.isEmpty() ? "no scheme" : schemes(challenges))
              + ". Known are Basic and Digest: let it offer one of them.",
          null);
    }
    ProxyLogin next = ask(route, challenge.realm(), challenge.scheme());
    if (next == null) {
      throw Failures.proxy(
          route.target(),
          route,
          "asks for user and password (407). Give them to the client's proxy login, or to the"
              + " default java.net.Authenticator.",
          null);
    }
    boolean stale = "true".equalsIgnoreCase(challenge.parameters().get("stale"));
    if (before != null && before.login().equals(next) && !stale) {
      known.remove(route.proxyName(), before);
      throw Failures.proxy(
          route.target(),
          route,
          "refuses the password of the user " + next.user() + " (407). Check both.",
          null);
    }
    known.put(
        route.proxyName(),
        challenge.scheme().equals("digest")
            ? new DigestAnswer(next, challenge)
            : new BasicAnswer(next));
  }

  /** Digest does not show the password. */
  private static @Nullable Challenge best(List<Challenge> challenges) {
    Challenge basic = null;
    for (Challenge challenge : challenges) {
      if (challenge.scheme().equals("digest") && DigestAnswer.knows(challenge)) {
        return challenge;
      }
      if (challenge.scheme().equals("basic")) {
        basic = challenge;
      }
    }
    return basic;
  }

  private static String schemes(List<Challenge> challenges) {
    return String.join(", ", challenges.stream().map(Challenge::scheme).distinct().toList());
  }

  /** The caller's user, or the JVM's; null for none. */
  @Nullable ProxyLogin ask(Route route, String realm, String scheme) throws TransportFailure {
    if (login != null) {
      return login;
    }
    InetSocketAddress proxy = route.proxy();
    PasswordAuthentication found;
    try {
      found =
          Authenticator.requestPasswordAuthentication(
              proxy.getHostString(),
              proxy.getAddress(),
              proxy.getPort(),
              route.socks() ? "SOCKS5" : route.target().origin().getScheme(),
              realm,
              scheme,
              route.target().origin().toURL(),
              Authenticator.RequestorType.PROXY);
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    } catch (RuntimeException e) {
      // code of the application
      throw Failures.proxy(
          route.target(),
          route,
          "asks for user and password, and the default java.net.Authenticator failed ("
              + Failures.words(e)
              + "). Mend it, or give both to the client's proxy login.",
          // another way would not ask for less
          null);
    }
    return found == null || found.getUserName() == null || found.getUserName().indexOf(':') >= 0
        ? null
        : new ProxyLogin(found.getUserName(), new String(found.getPassword()));
  }

  /** How a login is said. */
  interface ProxyAnswer {
    ProxyLogin login();

    String header(String method, String uri);
  }

  private record BasicAnswer(ProxyLogin login, String value) implements ProxyAnswer {
    BasicAnswer(ProxyLogin login) {
      this(
          login,
          "Basic "
              + Base64.getEncoder()
                  .encodeToString(
                      (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String header(String method, String uri) {
      return value;
    }
  }
}
