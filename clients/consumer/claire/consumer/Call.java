package consumer;

import dev.forecourt.claire.ClaireClient;
import java.nio.file.Path;

/** One call; fails unless it gives what {@code specs/claire/evidence/listLocations.response.json} says. */
public final class Call {
  private Call() {}

  public static void main(String[] specs) throws Exception {
    Path answer = Path.of(specs[0], "claire/evidence/listLocations.response.json");
    try (AnswerServer server = new AnswerServer(answer);
        ClaireClient client =
            ClaireClient.builder().apiKey("key").baseUrl(server.url()).build()) {
      String got = "location " + client.locations().listLocations().get(0).id();

      System.out.println(" -> " + got + ", " + ClaireClient.class.getModule());
      if (!"location 0".equals(got)) {
        throw new AssertionError("expected: location 0");
      }
    }
  }
}
