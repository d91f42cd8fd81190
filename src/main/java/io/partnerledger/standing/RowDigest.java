package io.partnerledger.standing;

import java.util.List;

/** How a database makes a number of a row, so that the rows of two builds can be compared by sums. */
enum RowDigest {
    /** Of any row, in 64 bits. */
    OF_RECORDS {
        @Override
        String of(List<String> columns) {
            return "hash_record_extended(ROW(" + String.join(", ", columns) + "), 0)";
        }
    },
    /**
     * Of two numbers of 32 bits, in 36, within which 2^27 of them can be summed up. A row that says another second number
     * always has another digest; how much another depends on the first number in a way that has no pattern, so that
     * what several rows have exchanged does not cancel out.
     */
    OF_NUMBERS {
        @Override
        String of(List<String> columns) {
            String one = columns.get(0);
            String other = columns.get(1);
            return """
                ((%1$s * 1327217885 + %2$s) %% 2147483629)\
                 * (%1$s * ((%1$s * 1640531527 + 7) %% 2147483587) %% 2147483579 + 1) %% 68719476731\
                """.formatted(one, other);
        }
    };

    /** The SQL expression of it. */
    abstract String of(List<String> columns);

    boolean takes(Compared table) {
        return this == OF_RECORDS || table.isOfNumbers();
    }
}
