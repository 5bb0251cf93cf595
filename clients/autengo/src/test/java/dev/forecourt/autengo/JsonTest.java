package dev.forecourt.autengo;

import dev.forecourt.runtime.kit.AbstractJsonTest;

class JsonTest extends AbstractJsonTest {

  JsonTest() {
    super("autengo");
  }
}
