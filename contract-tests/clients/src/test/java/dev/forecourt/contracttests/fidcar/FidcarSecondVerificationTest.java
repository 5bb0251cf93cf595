package dev.forecourt.contracttests.fidcar;

import dev.forecourt.contracttests.kit.AbstractSecondVerificationTest;

class FidcarSecondVerificationTest extends AbstractSecondVerificationTest {
  FidcarSecondVerificationTest() {
    super(new FidcarStubVerificationTest());
  }
}
