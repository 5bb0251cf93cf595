package dev.forecourt.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The clients that are compared. */
enum Library {
  /** First: ratios are to it. */
  BY_HAND("JDK HttpClient + Jackson by hand", ByHand::new),
  FORECOURT("**Forecourt**", Forecourt::new),
  /** The same with HTTP/2 switched on: only measured against servers that do. */
  FORECOURT_HTTP2("**Forecourt**, `http2(true)`", Forecourt::overHttp2),
  RETROFIT("Retrofit + OkHttp + Jackson", ByRetrofit::new),
  STOCK_NATIVE("generator, stock `native`", StockNative::new),
  STOCK_FEIGN("generator, stock `feign` (OkHttp)", StockFeign::new);

  /** Sent by all, as a client in use would. */
  static final String KEY = "claire-test-key";

  private final String title;
  private final Function<String, Contestant> factory;

  Library(String title, Function<String, Contestant> factory) {
    this.title = title;
    this.factory = factory;
  }

  String title() {
    return title;
  }

  /** Those that are measured over a link. */
  static List<Library> over(Link link) {
    return Arrays.stream(values())
        .filter(each -> link == Link.HTTP2 || each != FORECOURT_HTTP2)
        .toList();
  }

  boolean isOurs() {
    return this == FORECOURT || this == FORECOURT_HTTP2;
  }

  /** A new client for this base URL, which has no slash at its end. */
  Contestant open(String baseUrl) {
    return factory.apply(baseUrl);
  }
}
