package dev.forecourt.runtime.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.Version;
import org.junit.jupiter.api.Test;

class JacksonVersionTest {

  private static Version version(int major, int minor) {
    return new Version(major, minor, 9, null, null, null);
  }

  @Test
  void takesTheLowestVersionAndWhatTheTestsRunWith() {
    JacksonVersion.check();
    JacksonVersion.check(version(2, 10));
    JacksonVersion.check(version(2, 99));
  }

  @Test
  void refusesAnOlderOneAndSaysWhatToDo() {
    assertThatThrownBy(() -> JacksonVersion.check(version(2, 9)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Found jackson-core 2.9.9, and the clients need 2.10.0 or a newer 2.x. Raise"
                + " com.fasterxml.jackson.core:jackson-core, or remove the line of your build that"
                + " pins it; mvn dependency:tree shows which.");
    assertThatThrownBy(() -> JacksonVersion.check(version(3, 0)))
        .isInstanceOf(IllegalStateException.class);
  }
}
