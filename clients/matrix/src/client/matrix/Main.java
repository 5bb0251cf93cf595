package matrix;

import dev.forecourt.fidcar.FidcarClient;

/**
 * Does the duties of one combination: the names of their classes are the arguments. Or, after {@code
 * refuses}, checks that {@code build()} names what follows.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    Report report = new Report();
    if (arguments[0].equals("refuses")) {
      for (int i = 1; i < arguments.length; i++) {
        String expected = arguments[i];
        report.duty("refuses " + expected, () -> refuses(expected));
      }
    } else {
      for (String name : arguments) {
        Class<?> type = Class.forName("matrix." + name);
        Duties duties = (Duties) type.getDeclaredConstructor().newInstance();
        report.duty(name + " to the end", () -> duties.run(report));
      }
    }
    // a server that an application forgot must not keep this JVM
    System.exit(report.failed() == 0 ? 0 : 1);
  }

  private static void refuses(String expected) {
    String message;
    try (FidcarClient client = FidcarClient.builder().apiKey("key").build()) {
      message = "nothing: " + client + " was built";
    } catch (IllegalStateException e) {
      message = e.getMessage();
    }
    if (!message.contains("\n- " + expected)) {
      throw new AssertionError(message);
    }
  }
}
