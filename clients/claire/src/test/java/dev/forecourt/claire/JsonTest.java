package dev.forecourt.claire;

import dev.forecourt.runtime.kit.AbstractJsonTest;

class JsonTest extends AbstractJsonTest {

  JsonTest() {
    super("claire");
  }
}
