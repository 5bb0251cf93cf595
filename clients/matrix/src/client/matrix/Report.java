package matrix;

import java.util.Objects;

/** Prints a line for each duty, {@code ok} or {@code FAILED} first. */
public final class Report {
  private int failed;

  Report() {}

  /** Something that either comes to its end or throws. */
  public interface Duty {
    void run() throws Exception;
  }

  /** Does it, and goes on whatever comes of it. */
  public void duty(String name, Duty duty) {
    try {
      duty.run();
      System.out.println("ok      " + name);
    } catch (Exception | LinkageError | AssertionError e) {
      failed++;
      System.out.println("FAILED  " + name + ": " + e.toString().replace('\n', ' '));
      e.printStackTrace();
    }
  }

  /** Throws unless both are equal. */
  public static void same(Object expected, Object found) {
    if (!Objects.equals(expected, found)) {
      throw new AssertionError("expected: " + expected + " but was: " + found);
    }
  }

  int failed() {
    return failed;
  }
}
