package dev.forecourt.runtime;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.util.List;

/**
 * Leaves out typed members of a model where {@link Model#additionalProperties()} holds what was
 * read.
 */
final class LosslessWriting extends BeanSerializerModifier {
  private static final long serialVersionUID = 1L;

  @Override
  @SuppressWarnings("unchecked")
  public JsonSerializer<?> modifySerializer(
      SerializationConfig config, BeanDescription bean, JsonSerializer<?> writer) {
    BareMember bare = bean.getClassAnnotations().get(BareMember.class);
    return bare == null ? writer : new BareWriting((JsonSerializer<Object>) writer, bare.value());
  }

  @Override
  public List<BeanPropertyWriter> changeProperties(
      SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
    if (Model.class.isAssignableFrom(bean.getBeanClass())) {
      properties.replaceAll(UnlessKept::new);
    }
    return properties;
  }

  private static final class UnlessKept extends BeanPropertyWriter {
    private static final long serialVersionUID = 1L;

    UnlessKept(BeanPropertyWriter typed) {
      super(typed);
    }

    @Override
    public void serializeAsField(Object model, JsonGenerator json, SerializerProvider provider)
        throws Exception {
      if (!((Model) model).additionalProperties().containsKey(getName())) {
        super.serializeAsField(model, json, provider);
      }
    }
  }
}
