package dev.forecourt.contracttests.kit;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.IgnoreMissingStateChange;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Prism on the contract answers every interaction: the examples of the contract are as good as the
 * pacts want them. A subclass only names the vendor, by {@code @Provider}.
 */
@Tag("verification")
@Tag("node")
@RecordedAs("prism")
@PactFolder("../target/pacts")
@IgnoreMissingStateChange // Prism has no state
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractPrismVerificationTest {
  private final PrismServer prism = PrismServer.shared(Verifiers.vendor(getClass()));

  /** For subclasses. */
  protected AbstractPrismVerificationTest() {}

  @BeforeAll
  void startsAlive() {
    prism.requireAlive();
  }

  @BeforeEach
  void pointAtPrism(PactVerificationContext context) {
    context.setTarget(Verifiers.at(prism.port()));
  }

  @AfterEach
  void isAlive() {
    prism.requireAlive();
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void answers(PactVerificationContext context, Interaction interaction, HttpRequest request) {
    assumeFalse(
        Verifiers.states(interaction).anyMatch(statesBeyondPrism()::contains),
        "Prism cannot play this state");
    // Prism knows no keys and no ids: it is told which documented answer is meant
    String example =
        Verifiers.states(interaction)
            .map(exampleByState()::get)
            .filter(Objects::nonNull)
            .map(name -> ", example=" + name)
            .findFirst()
            .orElse("");
    request.setHeader("Prefer", "code=" + Verifiers.status(interaction) + example);
    context.verifyInteraction();
  }

  /** States that Prism cannot play, each with the reason beside it. */
  protected Set<String> statesBeyondPrism() {
    return Set.of();
  }

  /** Examples of the contract that stand for a state; elsewhere the first one has to do. */
  protected Map<String, String> exampleByState() {
    return Map.of();
  }
}
