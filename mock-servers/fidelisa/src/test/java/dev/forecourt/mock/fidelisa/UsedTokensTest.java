package dev.forecourt.mock.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.store.Tables;
import org.junit.jupiter.api.Test;

final class UsedTokensTest {

  private final UsedTokens tokens = new UsedTokens(new Tables());

  @Test
  void remembersATokenUntilTenThousandOthersWereUsed() {
    use(0);
    for (int i = 1; i < UsedTokens.CAPACITY; i++) {
      use(i);
    }

    assertThat(use(0)).isFalse();
    use(UsedTokens.CAPACITY);
    assertThat(use(0)).isTrue();
    assertThat(tokens.size()).isEqualTo(UsedTokens.CAPACITY);
  }

  private boolean use(int token) {
    return tokens.use(
        Signatures.sign(
            "FORECOURT" + token, new FidelisaVendor().testCredentials().get("provider_key")));
  }
}
