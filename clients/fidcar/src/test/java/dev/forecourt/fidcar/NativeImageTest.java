package dev.forecourt.fidcar;

import dev.forecourt.runtime.kit.AbstractNativeImageTest;

class NativeImageTest extends AbstractNativeImageTest {

  NativeImageTest() {
    super(OperationsWireTest.class, JsonTest.class);
  }
}
