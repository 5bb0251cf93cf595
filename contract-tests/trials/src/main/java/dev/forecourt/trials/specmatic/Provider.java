package dev.forecourt.trials.specmatic;

import dev.forecourt.contracttests.kit.PrismServer;
import dev.forecourt.mock.MockServer;
import java.net.URI;

/** Who answers the generated tests. */
interface Provider extends AutoCloseable {
  /** Whose contract it plays. */
  String vendor();

  /** Whether it has to be told which of two documented successes is meant. */
  boolean hasToBeTold();

  URI uri();

  /** Before each request: every test meets the same data. */
  void prepare();

  @Override
  void close();

  /** Our stub, as it starts before each request. */
  static Provider stub(String vendor) {
    MockServer server = MockServer.builder(vendor).checkResponses().start();
    return new Provider() {
      @Override
      public String vendor() {
        return vendor;
      }

      @Override
      public boolean hasToBeTold() {
        return false;
      }

      @Override
      public URI uri() {
        return server.baseUri();
      }

      @Override
      public void prepare() {
        server.reset();
      }

      @Override
      public void close() {
        server.close();
      }
    };
  }

  /** Prism; fails before a request if it has died. */
  static Provider prism(String vendor) {
    PrismServer server = PrismServer.start(vendor);
    return new Provider() {
      @Override
      public String vendor() {
        return vendor;
      }

      @Override
      public boolean hasToBeTold() {
        return true;
      }

      @Override
      public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
      }

      @Override
      public void prepare() {
        server.requireAlive();
      }

      @Override
      public void close() {
        server.close();
      }
    };
  }
}
