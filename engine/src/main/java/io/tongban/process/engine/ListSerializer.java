package io.tongban.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractObjectValueSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a fact that is a list, of people for instance, as JSON; nothing is ever read back as an object of its own. */
final class ListSerializer extends AbstractObjectValueSerializer {

    private final JsonMapper json = JsonMapper.builder().build();

    ListSerializer() {
        super("application/json");
    }

    @Override
    public String getName() {
        return "list";
    }

    @Override
    protected String getTypeNameForDeserialized(Object value) {
        return ArrayList.class.getName();
    }

    @Override
    protected byte[] serializeToByteArray(Object value) {
        return json.writeValueAsBytes(value);
    }

    @Override
    protected Object deserializeFromByteArray(byte[] bytes, String typeName) {
        return json.readValue(bytes, ArrayList.class);
    }

    @Override
    protected boolean canSerializeValue(@Nullable Object value) {
        return value instanceof List;
    }

    @Override
    protected boolean isSerializationTextBased() {
        return true;
    }
}
