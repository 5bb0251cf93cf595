package consumer;

import dev.forecourt.autochat.AutochatClient;
import java.nio.file.Path;

/** One call; fails unless it gives what {@code specs/autochat/evidence/optionList.json} says. */
public final class Call {
  private Call() {}

  public static void main(String[] specs) throws Exception {
    Path answer = Path.of(specs[0], "autochat/evidence/optionList.json");
    try (AnswerServer server = new AnswerServer(answer);
        AutochatClient client =
            AutochatClient.builder().token(() -> "token").baseUrl(server.url()).build()) {
      String got = client.options().listOptions().get(0).prettyName();

      System.out.println(" -> " + got + ", " + AutochatClient.class.getModule());
      if (!"Power steering".equals(got)) {
        throw new AssertionError("expected: Power steering");
      }
    }
  }
}
