package dev.forecourt.mock.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import org.junit.jupiter.api.Test;

final class BodySizeTest {

  private static final int MEBI = 1024 * 1024;

  @Test
  void hasRoomForTheLongestTextsOfAllMembers() {
    Schema<?> texts =
        new ObjectSchema()
            .addProperty("name", text(100))
            .addProperty("comment", text(1_000_000))
            .addProperty("pages", new ArraySchema().items(text(100_000)).maxItems(3));

    assertThat(of(texts)).isEqualTo(4 * (1_000_000 + 3 * 100_000) + MEBI);
  }

  @Test
  void isNothingWhereAMebibyteIsEnough() {
    assertThat(of(new ObjectSchema().addProperty("name", text(1000)))).isZero();
    assertThat(of(new ArraySchema().items(text(1_000_000)))).isZero();
    assertThat(new BodySize(new Schemas(new OpenAPI())).of(new Operation())).isZero();
  }

  private static Schema<?> text(int most) {
    return new StringSchema().maxLength(most);
  }

  private static int of(Schema<?> schema) {
    Content content =
        new Content().addMediaType("application/json", new MediaType().schema(schema));
    return new BodySize(new Schemas(new OpenAPI()))
        .of(new Operation().requestBody(new RequestBody().content(content)));
  }
}
