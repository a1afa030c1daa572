package org.puente.reception.returns.batches;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.puente.reception.returns.Registration;

class ColumnTest {
    private static final String OURS = "org.puente.reception";

    /** Steps to papers and relatives are lists of their own, too long for a row. */
    @Test
    void eachFieldOfAFormHasOneExceptPapersAndRelatives() {
        Set<String> columns = Column.BY_NAME.values().stream()
                .map(column -> column.pointer().replaceAll("/[0-9]", "/0"))
                .collect(Collectors.toSet());

        assertThat(fields("", Registration.class))
                .filteredOn(field -> !field.startsWith("/person/papers") && !field.startsWith("/relatives"))
                .isSubsetOf(columns);
    }

    @Test
    void aTableHasRoomForAll() {
        assertThat(Column.BY_NAME).hasSizeLessThan(Table.MAX_COLUMNS);
    }

    /** Pointers of the values of a form; of a list the first item. */
    private static Stream<String> fields(String pointer, Type type) {
        if (type instanceof Class<?> form && form.isRecord() && form.getName().startsWith(OURS)) {
            return Arrays.stream(form.getRecordComponents())
                    .flatMap(component -> fields(pointer + "/" + component.getName(), component.getGenericType()));
        }
        boolean ofForms = type instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> item
                && item.isRecord();
        return ofForms
                ? fields(pointer + "/0", ((ParameterizedType) type).getActualTypeArguments()[0])
                : Stream.of(pointer);
    }
}
