package io.partnerledger.platform;

import io.partnerledger.standing.Tabular;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractSmartHttpMessageConverter;

/** Writes any answer that has rows, row by row, in a representation other than JSON. */
abstract class RowConverter extends AbstractSmartHttpMessageConverter<Tabular<?>> {

    RowConverter(MediaType type) {
        super(type);
    }

    /** Writes the rows. */
    abstract void write(Tabular<?> answer, Class<?> row, OutputStream out) throws IOException;

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(ResolvableType targetType, Class<?> valueClass, @Nullable MediaType mediaType) {
        return Tabular.class.isAssignableFrom(valueClass) && canWrite(mediaType);
    }

    @Override
    public Tabular<?> read(ResolvableType type, HttpInputMessage inputMessage, @Nullable Map<String, Object> hints) {
        throw new UnsupportedOperationException("Rows are written, never read");
    }

    @Override
    protected void writeInternal(
            Tabular<?> answer,
            ResolvableType type,
            HttpOutputMessage outputMessage,
            @Nullable Map<String, Object> hints)
            throws IOException {
        write(answer, rowOf(answer, type), outputMessage.getBody());
    }

    /** Parameters that were asked for with the type, such as another charset, would say what is not so. */
    @Override
    protected void addDefaultHeaders(HttpHeaders headers, Tabular<?> answer, @Nullable MediaType asked)
            throws IOException {
        super.addDefaultHeaders(headers, answer, getSupportedMediaTypes().getFirst());
    }

    private static Class<?> rowOf(Tabular<?> answer, ResolvableType declared) {
        Class<?> row = declared.as(Tabular.class).getGeneric(0).resolve();
        if (row == null) {
            row = ResolvableType.forClass(answer.getClass())
                    .as(Tabular.class)
                    .getGeneric(0)
                    .resolve();
        }
        if (row == null) {
            throw new IllegalStateException(declared + " does not say what its rows are");
        }
        return row;
    }
}
