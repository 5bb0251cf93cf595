package dev.forecourt.runtime;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** The same member under each other name that it may have been read under. */
    private final Map<String, BeanPropertyWriter> others = new HashMap<>();

    UnlessKept(BeanPropertyWriter typed) {
      super(typed);
      JsonAlias alias = typed.getAnnotation(JsonAlias.class);
      if (alias != null) {
        for (String name : alias.value()) {
          others.put(name, typed.rename(to(name)));
        }
      }
    }

    private static NameTransformer to(String name) {
      return new NameTransformer() {
        @Override
        public String transform(String unused) {
          return name;
        }

        @Override
        public String reverse(String unused) {
          return name;
        }
      };
    }

    @Override
    public void serializeAsField(Object model, JsonGenerator json, SerializerProvider provider)
        throws Exception {
      if (((Model) model).additionalProperties().containsKey(getName())) {
        return;
      }
      BeanPropertyWriter other =
          others.isEmpty() ? null : others.get(((Model) model).spelling(getName()));
      if (other == null) {
        super.serializeAsField(model, json, provider);
      } else {
        other.serializeAsField(model, json, provider);
      }
    }
  }
}
