package dev.forecourt.fidelisa;

import dev.forecourt.runtime.kit.AbstractRequestRulesTest;

class RequestRulesTest extends AbstractRequestRulesTest {

  RequestRulesTest() {
    super("fidelisa");
  }
}
