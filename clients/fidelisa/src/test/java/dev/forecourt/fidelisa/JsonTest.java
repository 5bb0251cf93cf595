package dev.forecourt.fidelisa;

import dev.forecourt.runtime.kit.AbstractJsonTest;

class JsonTest extends AbstractJsonTest {

  JsonTest() {
    super("fidelisa");
  }
}
