package consumer;

import dev.forecourt.fidelisa.FidelisaClient;
import java.nio.file.Path;

/** One call; fails unless it gives what {@code specs/fidelisa/evidence/customer.json} says. */
public final class Call {
  private Call() {}

  public static void main(String[] specs) throws Exception {
    Path answer = Path.of(specs[0], "fidelisa/evidence/customer.json");
    try (AnswerServer server = new AnswerServer(answer);
        FidelisaClient client =
            FidelisaClient.builder().provider("code", "key").shop("shop", "key").baseUrl(server.url()).build()) {
      String got = client.customers().getCustomer("FD39A1AA85AC4F3FB977DEA5A5786263").lastName();

      System.out.println(" -> " + got + ", " + FidelisaClient.class.getModule());
      if (!"Martin".equals(got)) {
        throw new AssertionError("expected: Martin");
      }
    }
  }
}
