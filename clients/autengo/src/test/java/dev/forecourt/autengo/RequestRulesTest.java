package dev.forecourt.autengo;

import dev.forecourt.runtime.kit.AbstractRequestRulesTest;

class RequestRulesTest extends AbstractRequestRulesTest {

  RequestRulesTest() {
    super("autengo");
  }
}
