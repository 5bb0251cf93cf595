package dev.forecourt.mock.server;

import io.netty.handler.ssl.OptionalSslHandler;
import io.netty.handler.ssl.SslContext;

/** Takes HTTPS and HTTP on one port: the first bytes of a connection say which it is. */
final class HttpsDetector extends OptionalSslHandler {

  /** What the handler of HTTPS is called in a pipeline that has one. */
  static final String NAME = "https";

  HttpsDetector(SslContext context) {
    super(context);
  }

  @Override
  protected String newSslHandlerName() {
    return NAME;
  }
}
