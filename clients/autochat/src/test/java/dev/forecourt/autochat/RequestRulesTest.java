package dev.forecourt.autochat;

import dev.forecourt.runtime.kit.AbstractRequestRulesTest;

class RequestRulesTest extends AbstractRequestRulesTest {

  RequestRulesTest() {
    super("autochat");
  }
}
