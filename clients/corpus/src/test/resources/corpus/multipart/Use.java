package dev.forecourt.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.acme.api.*;
import dev.forecourt.acme.model.*;
import dev.forecourt.clients.corpus.Recorder;
import dev.forecourt.runtime.encode.*;
import dev.forecourt.runtime.errors.*;
import dev.forecourt.runtime.json.*;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

public class Use implements Consumer<Recorder> {
  @Override
  public void accept(Recorder wire) {
    AcmeClient client = AcmeClient.builder().transport(wire).build();

    client.things().upload(UploadForm.builder().note("hi").photo(FilePart.of("a.png", "image/png", new byte[] {1}))
        .more(List.of(FilePart.of("b", new byte[] {2}), FilePart.of("c", new byte[] {3})))
        .meta(UploadFormMeta.builder().id(7L).build()).csv("a,b").build());

    String boundary = wire.header("Content-Type").replace("multipart/form-data; boundary=", "");
    assertThat(wire.body().replace(boundary, "B")).isEqualTo(
        "--B\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhi\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n\u0001\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"more\"; filename=\"b\"\r\nContent-Type: application/octet-stream\r\n\r\n\u0002\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"more\"; filename=\"c\"\r\nContent-Type: application/octet-stream\r\n\r\n\u0003\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"id\":7}\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"csv\"\r\nContent-Type: text/csv\r\n\r\na,b\r\n--B--\r\n");
  }
}
