package dev.forecourt.contracttests.fidelisa;

import dev.forecourt.contracttests.kit.AbstractSecondVerificationTest;

class FidelisaSecondVerificationTest extends AbstractSecondVerificationTest {
  FidelisaSecondVerificationTest() {
    super(new FidelisaStubVerificationTest());
  }
}
