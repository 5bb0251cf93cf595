package dev.forecourt.fidcar;

import dev.forecourt.runtime.kit.AbstractJsonTest;

class JsonTest extends AbstractJsonTest {

  JsonTest() {
    super("fidcar");
  }
}
