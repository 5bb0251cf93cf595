package dev.forecourt.verifier.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.output.Format;
import dev.forecourt.verifier.proxy.CheckingProxy;
import dev.forecourt.verifier.proxy.TerminalView;
import dev.forecourt.verifier.traffic.LiveTraffic;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A proxy between an application and a vendor that checks what it passes on. */
@Command(
    name = "proxy",
    mixinStandardHelpOptions = true,
    description = {
      "Stands between an application and a vendor, passes everything on as it is, and checks requests and answers against the contract while they pass.",
      "",
      "Give your application the address that is printed at the start as the vendor's base URL. Each exchange is a line; what differs from the contract stands below it, once. Keys, names and other values are not shown. Ctrl-C ends it and prints the sum.",
      ""
    },
    footer = {
      "",
      "Example: what does the vendor really answer?",
      "",
      "  forecourt-verifier proxy fidcar --record fidcar.jsonl",
      "  forecourt-verifier traffic fidcar.jsonl --specs specs --patch drift.patch",
      "",
      "Exit codes: 0 no drift; 1 drift; 2 it could not be started."
    })
final class ProxyCommand implements Callable<Integer> {
  /** Added to the port of the vendor's mock, so that both can run. */
  private static final int BESIDE_THE_MOCK = 100;

  @Parameters(paramLabel = "NAME", description = "The vendor, such as fidcar.")
  String vendor;

  @Option(
      names = "--to",
      paramLabel = "URL",
      description =
          "Whom requests are passed on to: the vendor, a mock or a gateway. Default: the first server of the contract.")
  @Nullable URI target;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "Port on 127.0.0.1. Default: that of the vendor's mock and 100, such as 4111; 0: any that is free.")
  @Nullable Integer port;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description =
          "Where to write a recording, one exchange a line, with secrets and personal values struck out. For the command traffic.")
  @Nullable Path recording;

  @Option(names = "--quiet", description = "Print only what differs from the contract.")
  boolean quiet;

  @Mixin ContractsOption contracts;

  @Override
  public Integer call() throws IOException, InterruptedException {
    JsonNode contract = contracts.contracts().of(vendor);
    LiveTraffic traffic = LiveTraffic.of(vendor, contract);
    URI to = target == null ? URI.create(new ContractTree(contract).servers().get(0)) : target;
    int chosen = port == null ? contract.path("x-mock-port").asInt() + BESIDE_THE_MOCK : port;
    if (chosen < 0 || chosen > 65_535) {
      throw new IllegalArgumentException(
          "%d is no port. Choose one from 1 to 65535: --port PORT, or --port 0 for any that is free."
              .formatted(chosen));
    }
    try (CheckingProxy proxy =
        CheckingProxy.start(to, chosen, new TerminalView(traffic, System.out, quiet))) {
      if (recording != null) {
        traffic.recordTo(Files.newBufferedWriter(recording));
      }
      System.out.printf("==> %s: %s passes everything on to %s%n", vendor, proxy.uri(), shown(to));
      System.out.println(
          "    Give your application this address as the vendor's base URL. Ctrl-C ends it.");
      return sumAtTheEnd(proxy, traffic);
    } catch (BindException e) {
      throw new IllegalArgumentException(
          "Port %d is taken. Choose another one: --port PORT, or --port 0 for any that is free."
              .formatted(chosen),
          e);
    }
  }

  /** Waits for the end of the process; the sum is printed while it goes down. */
  private static int sumAtTheEnd(CheckingProxy proxy, LiveTraffic traffic)
      throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Thread end =
        new Thread(
            () -> {
              try {
                proxy.finish();
                traffic.close();
                Format.TEXT.write(traffic.results(), System.out);
                System.out.flush();
                Runtime.getRuntime().halt(traffic.results().good() ? 0 : 1);
              } catch (IOException | InterruptedException | RuntimeException e) {
                System.err.println("!!! The sum could not be made: " + e.getMessage());
              }
            });
    Runtime.getRuntime().addShutdownHook(end);
    never.await();
    return 0;
  }

  /** Without user and password. */
  private static String shown(URI address) {
    return address.toString().replaceFirst("//[^/@]*@", "//");
  }
}
