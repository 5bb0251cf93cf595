package dev.forecourt.claire.webhook;

import dev.forecourt.claire.examples.TomcatReceiver;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;

/** In an embedded Tomcat. */
class ClaireWebhookServletTest extends AbstractReceiverTest {
  /** A logger that nobody holds forgets its level. */
  private static final Logger TOMCAT = Logger.getLogger("org.apache");

  private TomcatReceiver example;

  @BeforeAll
  static void silenceTomcat() {
    TOMCAT.setLevel(Level.SEVERE);
  }

  @Override
  AutoCloseable start(ClaireWebhookReceiver receiver) throws Exception {
    example = TomcatReceiver.start(0, receiver);
    return example;
  }

  @Override
  String url() {
    return example.url();
  }
}
