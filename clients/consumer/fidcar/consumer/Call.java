package consumer;

import dev.forecourt.fidcar.FidcarClient;
import java.nio.file.Path;

/** One call; fails unless it gives what {@code specs/fidcar/evidence/dealership.json} says. */
public final class Call {
  private Call() {}

  public static void main(String[] specs) throws Exception {
    Path answer = Path.of(specs[0], "fidcar/evidence/dealership.json");
    try (AnswerServer server = new AnswerServer(answer);
        FidcarClient client =
            FidcarClient.builder().apiKey("key").baseUrl(server.url()).build()) {
      String got = client.dealerships().getDealership(1325).title();

      System.out.println(" -> " + got + ", " + FidcarClient.class.getModule());
      if (!"Garage Automobiles du Nord".equals(got)) {
        throw new AssertionError("expected: Garage Automobiles du Nord");
      }
    }
  }
}
