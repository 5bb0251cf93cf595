package dev.forecourt.runtime;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import java.util.ArrayList;
import java.util.List;

/** Makes Jackson read models through {@link LosslessProperty}. */
final class LosslessReading extends BeanDeserializerModifier {
  private static final long serialVersionUID = 1L;

  @Override
  public JsonDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> reader) {
    BareMember bare = bean.getClassAnnotations().get(BareMember.class);
    return bare == null ? reader : new BareReading(reader, bare.value());
  }

  @Override
  public BeanDeserializerBuilder updateBuilder(
      DeserializationConfig config, BeanDescription bean, BeanDeserializerBuilder builder) {
    if (Model.Builder.class.isAssignableFrom(bean.getBeanClass())) {
      List<SettableBeanProperty> typed = new ArrayList<>();
      builder.getProperties().forEachRemaining(typed::add);
      typed.forEach(property -> builder.addOrReplaceProperty(new LosslessProperty(property), true));
    }
    return builder;
  }
}
