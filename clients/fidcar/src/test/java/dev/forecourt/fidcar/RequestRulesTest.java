package dev.forecourt.fidcar;

import dev.forecourt.runtime.kit.AbstractRequestRulesTest;

class RequestRulesTest extends AbstractRequestRulesTest {

  RequestRulesTest() {
    super("fidcar");
  }
}
