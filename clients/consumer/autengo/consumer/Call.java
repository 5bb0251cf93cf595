package consumer;

import dev.forecourt.autengo.AutengoClient;
import java.nio.file.Path;

/** One call; fails unless it gives what {@code specs/autengo/evidence/vehicleResponse.json} says. */
public final class Call {
  private Call() {}

  public static void main(String[] specs) throws Exception {
    Path answer = Path.of(specs[0], "autengo/evidence/vehicleResponse.json");
    try (AnswerServer server = new AnswerServer(answer);
        AutengoClient client =
            AutengoClient.builder().apiKey("key").baseUrl(server.url()).build()) {
      String got = client.vehicles().getVehicle("AIQWXW").vehicle().makeName();

      System.out.println(" -> " + got + ", " + AutengoClient.class.getModule());
      if (!"Ford".equals(got)) {
        throw new AssertionError("expected: Ford");
      }
    }
  }
}
