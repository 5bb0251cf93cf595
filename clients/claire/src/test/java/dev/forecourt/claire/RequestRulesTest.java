package dev.forecourt.claire;

import dev.forecourt.runtime.kit.AbstractRequestRulesTest;

class RequestRulesTest extends AbstractRequestRulesTest {

  RequestRulesTest() {
    super("claire");
  }
}
