package dev.forecourt.claire.examples;

import dev.forecourt.claire.SharedSecret;
import dev.forecourt.claire.webhook.ClaireWebhookReceiver;
import dev.forecourt.claire.webhook.ClaireWebhookServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/**
 * Takes Claire's calls with a servlet, here in an embedded Tomcat, and prints them;
 * specs/docs/guide/webhooks-try.md shows how to run it.
 */
public final class TomcatReceiver implements AutoCloseable {
  private final Tomcat tomcat;

  private TomcatReceiver(Tomcat tomcat) {
    this.tomcat = tomcat;
  }

  /** Listens at this port of 127.0.0.1; 0 is any free one. */
  public static TomcatReceiver start(int port, ClaireWebhookReceiver receiver)
      throws IOException, LifecycleException {
    Path folder = Files.createTempDirectory("tomcat");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(port);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", folder.toString());
    Tomcat.addServlet(context, "claire", new ClaireWebhookServlet(receiver));
    context.addServletMappingDecoded("/hooks/claire/*", "claire");
    tomcat.start();
    return new TomcatReceiver(tomcat);
  }

  /** Where Claire's webhooks are to point, before the number of the trigger. */
  public String url() {
    return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/hooks/claire/";
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
      deleteAll(Path.of(tomcat.getServer().getCatalinaBase().toURI()));
    } catch (LifecycleException e) {
      throw new IllegalStateException("Tomcat did not end.", e);
    }
  }

  /** The folder that it was given at the start. */
  private static void deleteAll(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Argument: the port; environment: CLAIRE_WEBHOOK_SECRET. */
  public static void main(String[] args) throws Exception {
    int port = args.length == 0 ? 8080 : Integer.parseInt(args[0]);
    ClaireWebhookReceiver receiver =
        ClaireWebhookReceiver.builder()
            .secret(SharedSecret.of("X-Shared-Secret", System.getenv("CLAIRE_WEBHOOK_SECRET")))
            .handler(new Printer())
            .build();
    System.out.println("Waiting for Claire at " + start(port, receiver).url());
  }
}
