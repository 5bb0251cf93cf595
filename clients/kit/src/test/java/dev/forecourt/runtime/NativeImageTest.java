package dev.forecourt.runtime;

import dev.forecourt.runtime.kit.AbstractNativeImageTest;

/** What no vendor's operations use: threads of asynchronous calls, TLS, Feign's own client. */
class NativeImageTest extends AbstractNativeImageTest {

  NativeImageTest() {
    super(AsyncTest.class, FeignTransportTest.class, ListenersTest.class, ProxyAndTlsTest.class);
  }
}
