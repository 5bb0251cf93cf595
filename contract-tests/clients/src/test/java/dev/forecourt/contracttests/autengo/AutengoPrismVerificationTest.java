package dev.forecourt.contracttests.autengo;

import au.com.dius.pact.provider.junitsupport.Provider;
import dev.forecourt.contracttests.kit.AbstractPrismVerificationTest;
import java.util.Map;

@Provider(AutengoPact.PROVIDER)
class AutengoPrismVerificationTest extends AbstractPrismVerificationTest {
  @Override
  protected Map<String, String> exampleByState() {
    return Map.of("no vehicle is called Trabant", "noMatch");
  }
}
