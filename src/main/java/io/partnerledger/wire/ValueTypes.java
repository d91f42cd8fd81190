package io.partnerledger.wire;

import io.partnerledger.announcement.Edtf;
import io.partnerledger.announcement.EventDate;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The values that JSON has no type for: decimals as plain strings, dates as they were written. */
final class ValueTypes extends SimpleModule {

    private static final long serialVersionUID = 1L;

    ValueTypes() {
        super("partner-ledger");
        addSerializer(new DecimalSerializer());
        addDeserializer(BigDecimal.class, new DecimalDeserializer());
        addSerializer(new DateSerializer());
        addDeserializer(EventDate.class, new DateDeserializer());
    }

    private static final class DecimalSerializer extends StdSerializer<BigDecimal> {

        DecimalSerializer() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
            json.writeString(Decimals.plain(value));
        }
    }

    private static final class DecimalDeserializer extends StdDeserializer<BigDecimal> {

        DecimalDeserializer() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) {
            return Decimals.canonical(json.getString());
        }
    }

    private static final class DateSerializer extends StdSerializer<EventDate> {

        DateSerializer() {
            super(EventDate.class);
        }

        @Override
        public void serialize(EventDate value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.written());
        }
    }

    private static final class DateDeserializer extends StdDeserializer<EventDate> {

        DateDeserializer() {
            super(EventDate.class);
        }

        @Override
        public EventDate deserialize(JsonParser json, DeserializationContext context) {
            return Edtf.parse(json.getString());
        }
    }
}
