package dev.forecourt.contracttests.fidelisa;

import au.com.dius.pact.provider.junitsupport.Provider;
import dev.forecourt.contracttests.kit.AbstractPrismVerificationTest;
import java.util.Set;

@Provider(FidelisaPact.PROVIDER)
class FidelisaPrismVerificationTest extends AbstractPrismVerificationTest {
  /** Without credentials Prism answers 401 whatever it is told; Fidelisa knows only 403. */
  @Override
  protected Set<String> statesBeyondPrism() {
    return Set.of("the credentials are missing");
  }
}
