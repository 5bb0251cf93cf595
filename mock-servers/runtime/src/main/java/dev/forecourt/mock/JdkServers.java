package dev.forecourt.mock;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.forecourt.mock.serving.Listening;
import java.io.IOException;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Opens servers of the JDK, with the limits that ours count on: the JDK reads them once, whoever
 * opens the first.
 *
 * @param tls for HTTPS; null for HTTP
 */
public record JdkServers(@Nullable SSLContext tls) implements Listening.Opener<HttpServer> {

  static {
    // up to here we count ourselves and say what is too long; past it the JDK only hangs up
    if (System.getProperty("sun.net.httpserver.maxReqHeaders") == null) {
      System.setProperty("sun.net.httpserver.maxReqHeaders", "10000");
    }
    // Without it each answer waits for the client's delayed acknowledgement, about 40 ms. Left
    // alone when set by the user.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  @Override
  public HttpServer open(InetSocketAddress at) throws IOException {
    if (tls == null) {
      return HttpServer.create(at, 0);
    }
    HttpsServer server = HttpsServer.create(at, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return server;
  }

  @Override
  public int port(HttpServer open) {
    return open.getAddress().getPort();
  }

  @Override
  public void close(HttpServer open) {
    open.stop(0);
  }
}
