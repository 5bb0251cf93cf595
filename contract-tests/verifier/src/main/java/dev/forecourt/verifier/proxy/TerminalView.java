package dev.forecourt.verifier.proxy;

import dev.forecourt.verifier.traffic.LiveTraffic;
import dev.forecourt.verifier.traffic.LiveTraffic.Checked;
import dev.forecourt.verifier.traffic.WireExchange;
import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * Checks what passes and shows it: one line for each exchange, and each difference from the
 * contract where it shows first. No address, header or body is shown.
 */
public final class TerminalView implements Consumer<WireExchange> {
  private final LiveTraffic traffic;
  private final PrintStream out;
  private final boolean quiet;

  /** {@code quiet}: no line for an exchange that shows nothing new. */
  public TerminalView(LiveTraffic traffic, PrintStream out, boolean quiet) {
    this.traffic = traffic;
    this.out = out;
    this.quiet = quiet;
  }

  @Override
  public void accept(WireExchange exchange) {
    if (exchange.status() == 0) {
      print("    ---  %s  no answer%n".formatted(exchange.method()));
      return;
    }
    Checked checked;
    try {
      checked = traffic.check(exchange);
    } catch (RuntimeException e) {
      // the application has its answer already: a mistake of ours is none of its business
      print(
          "    %d  %s  could not be checked: %s%n"
              .formatted(exchange.status(), exchange.method(), e.getClass().getSimpleName()));
      return;
    }
    if (quiet && checked.findings().isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    String operation = checked.operation().isEmpty() ? "not in the contract" : checked.operation();
    lines.append("    %d  %-6s %s%n".formatted(exchange.status(), exchange.method(), operation));
    for (String finding : checked.findings()) {
      lines.append(("DRIFT  " + finding).indent(9));
    }
    print(lines.toString());
  }

  private void print(String lines) {
    synchronized (out) {
      out.print(lines);
      out.flush();
    }
  }
}
