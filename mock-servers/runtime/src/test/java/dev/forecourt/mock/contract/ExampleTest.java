package dev.forecourt.mock.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExampleTest {

  private static final Operation GET =
      new Operation(
          "getCar",
          "GET",
          "/car",
          List.of(200, 404),
          List.of(),
          List.of(
              example(200, "full", "{\"data\":{\"car\":{\"id\":1}},\"tags\":[{\"id\":2}]}"),
              example(200, "broken", "{"),
              example(404, "full", "{}")));

  @Test
  void givesTheMembersOfAnObjectInside() {
    assertThat(GET.example("full").object("data", "car")).isEqualTo(Map.of("id", 1L));
    assertThat(GET.example("full").object()).containsOnlyKeys("data", "tags");
  }

  @Test
  void givesTheObjectsOfAnArrayInside() {
    assertThat(GET.example("full").objects("tags")).containsExactly(Map.of("id", 2L));
    assertThat(GET.example("full").objects("data")).isEmpty();
  }

  @Test
  void readsItAnewForEachWhoAsks() {
    GET.example("full").object("data", "car").put("id", 7L);

    assertThat(GET.example("full").object("data", "car")).isEqualTo(Map.of("id", 1L));
  }

  @Test
  void saysWhatIsNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GET.example("empty"))
        .withMessage(
            "The contract has no example 'empty' of GET /car (getCar). It has [full, broken, full].");
    assertThatIllegalStateException()
        .isThrownBy(() -> GET.example("full").object("data", "van"))
        .withMessage("Example 'full' of the contract has no object at 'data.van'");
    assertThatIllegalStateException()
        .isThrownBy(() -> GET.example("broken").tree())
        .withMessageStartingWith("Example 'broken' of the contract is not JSON: ");
  }

  private static Example example(int status, String name, String text) {
    return new Example(status, name, "application/json", text, List.of());
  }
}
