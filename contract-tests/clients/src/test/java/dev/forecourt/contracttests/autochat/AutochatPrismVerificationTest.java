package dev.forecourt.contracttests.autochat;

import au.com.dius.pact.provider.junitsupport.Provider;
import dev.forecourt.contracttests.kit.AbstractPrismVerificationTest;
import java.util.Set;

@Provider(AutochatPact.PROVIDER)
class AutochatPrismVerificationTest extends AbstractPrismVerificationTest {
  /** To Prism a wrong audience is a 400, whatever it prefers; the vendor says 403. */
  @Override
  protected Set<String> statesBeyondPrism() {
    return Set.of(AutochatPact.ANOTHER_AUDIENCE);
  }
}
