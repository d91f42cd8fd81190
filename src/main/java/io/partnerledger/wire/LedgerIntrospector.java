package io.partnerledger.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import io.partnerledger.announcement.Statement;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Answers Jackson's questions about the vocabulary, so that the vocabulary needs no annotations: fields in the order of
 * the record, enum values in kebab-case, statements told apart by {@code kind}, absent lists empty.
 */
final class LedgerIntrospector extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    /** Whether absent values and empty lists are left out, as in what is stored, or shown, as in what is answered. */
    private final boolean isSparse;

    LedgerIntrospector(boolean isSparse) {
        this.isSparse = isSparse;
    }

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, @Nullable String[] names) {
        return Arrays.stream(values).map(EnumNames::of).toArray(String[]::new);
    }

    @Override
    public String @Nullable [] findSerializationPropertyOrder(MapperConfig<?> config, AnnotatedClass type) {
        if (!type.getRawType().isRecord()) {
            return super.findSerializationPropertyOrder(config, type);
        }
        return RecordShape.of(type.getRawType()).parts().stream()
                .map(RecordShape.Part::name)
                .toArray(String[]::new);
    }

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated type) {
        return type instanceof AnnotatedClass && Statement.class.isAssignableFrom(type.getRawType())
                ? JsonTypeInfo.Value.construct(
                        JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "kind", null, false, true)
                : super.findPolymorphicTypeInfo(config, type);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated type) {
        return type.getRawType() == Statement.class
                ? Arrays.stream(Statement.class.getPermittedSubclasses())
                        .map(kind -> new NamedType(kind, StatementKinds.of(kind)))
                        .toList()
                : super.findSubtypes(config, type);
    }

    @Override
    public @Nullable String findTypeName(MapperConfig<?> config, AnnotatedClass type) {
        return type.getRawType() != Statement.class && Statement.class.isAssignableFrom(type.getRawType())
                ? StatementKinds.of(type.getRawType())
                : super.findTypeName(config, type);
    }

    @Override
    public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Annotated annotated) {
        if (!isSparse) {
            return super.findPropertyInclusion(config, annotated);
        }
        JsonInclude.Include include = annotated instanceof AnnotatedMember member && isNeverNullList(member)
                ? JsonInclude.Include.NON_EMPTY
                : JsonInclude.Include.NON_NULL;
        return JsonInclude.Value.construct(include, JsonInclude.Include.ALWAYS);
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        if (!(annotated instanceof AnnotatedParameter parameter) || parameter.getRawType() != List.class) {
            return super.findSetterInfo(config, annotated);
        }
        return JsonSetter.Value.construct(isNeverNullList(parameter) ? Nulls.AS_EMPTY : Nulls.SET, Nulls.FAIL);
    }

    private static boolean isNeverNullList(AnnotatedMember member) {
        if (member.getRawType() != List.class || !member.getDeclaringClass().isRecord()) {
            return false;
        }
        RecordShape shape = RecordShape.of(member.getDeclaringClass());
        if (member instanceof AnnotatedParameter parameter) {
            boolean isCanonical =
                    parameter.getOwner().getParameterCount() == shape.parts().size();
            return isCanonical && !shape.part(parameter.getIndex()).isNullable();
        }
        return shape.parts().stream().anyMatch(part -> part.name().equals(member.getName()) && !part.isNullable());
    }
}
