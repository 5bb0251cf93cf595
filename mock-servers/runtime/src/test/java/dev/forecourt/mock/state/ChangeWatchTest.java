package dev.forecourt.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Each look is made by the test: no test waits. */
final class ChangeWatchTest {

  private Object stamp = "first";
  private int told;
  private final ChangeWatch watch = new ChangeWatch(this::now, () -> told++);

  @Test
  void tellsOnceWhenAChangeHasRested() {
    watch.look();
    stamp = "second";
    watch.look();
    assertThat(told).as("it may be half written").isZero();

    watch.look();
    watch.look();

    assertThat(told).isEqualTo(1);
  }

  @Test
  void waitsWhileItGoesOnChanging() {
    for (int i = 0; i < 5; i++) {
      stamp = i;
      watch.look();
    }

    assertThat(told).isZero();
  }

  @Test
  void waitsForWhatIsBeingReplaced() {
    stamp = null;
    watch.look();
    watch.look();
    assertThat(told).isZero();

    stamp = "second";
    watch.look();
    watch.look();
    assertThat(told).isEqualTo(1);
  }

  @Test
  void tellsNothingOfWhatIsAsItWas() {
    stamp = "second";
    watch.look();
    stamp = "first";
    watch.look();
    watch.look();

    assertThat(told).isZero();
  }

  private Object now() throws IOException {
    if (stamp == null) {
      throw new IOException("gone");
    }
    return stamp;
  }
}
