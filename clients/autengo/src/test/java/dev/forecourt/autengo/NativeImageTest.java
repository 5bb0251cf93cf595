package dev.forecourt.autengo;

import dev.forecourt.runtime.kit.AbstractNativeImageTest;

class NativeImageTest extends AbstractNativeImageTest {

  NativeImageTest() {
    super(OperationsWireTest.class, JsonTest.class);
  }
}
