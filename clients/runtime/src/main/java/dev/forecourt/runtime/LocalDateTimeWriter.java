package dev.forecourt.runtime;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.LocalDateTime;

/** Writes {@code 2017-10-10 18:00:30}, the form in which vendors write a time without a zone. */
final class LocalDateTimeWriter extends StdSerializer<LocalDateTime> {
  private static final long serialVersionUID = 1L;

  LocalDateTimeWriter() {
    super(LocalDateTime.class);
  }

  @Override
  public void serialize(LocalDateTime time, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeString(WireText.LOCAL_DATE_TIME.format(time));
  }
}
