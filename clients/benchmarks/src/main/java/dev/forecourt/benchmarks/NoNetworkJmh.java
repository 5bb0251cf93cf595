package dev.forecourt.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One answer that is already in memory, from request to model, in a JVM that does nothing else. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NoNetworkJmh {
  /** Name of an {@link Answer}. */
  @Param({"TAGS", "APPOINTMENT", "APPOINTMENTS"})
  public String answer = "";

  /** Name of an {@link InMemory}. */
  @Param({"JACKSON", "FORECOURT", "OUR_MODELS", "STOCK_FEIGN"})
  public String reader = "";

  private Answer asked = Answer.TAGS;
  private Contestant contestant = InMemory.JACKSON.open();

  /** Chooses reader and answer, and checks that they fit. */
  @Setup
  public void open() throws Exception {
    asked = Answer.valueOf(answer);
    contestant = InMemory.valueOf(reader).open();
    contestant.check(asked);
  }

  /** One call. */
  @Benchmark
  public Object call() throws Exception {
    return contestant.call(asked);
  }
}
