package dev.forecourt.fidelisa;

import dev.forecourt.runtime.kit.AbstractNativeImageTest;

class NativeImageTest extends AbstractNativeImageTest {

  NativeImageTest() {
    super(OperationsWireTest.class, JsonTest.class);
  }
}
