package dev.forecourt.autochat;

import dev.forecourt.runtime.kit.AbstractJsonTest;

class JsonTest extends AbstractJsonTest {

  JsonTest() {
    super("autochat");
  }
}
