package io.partnerledger.standing;

import java.util.Arrays;

/** A list of numbers, without an object for each. */
final class Numbers {

    private long[] numbers = new long[256];
    private int size;

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    void addAll(Numbers others) {
        if (size + others.size > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * Math.max(numbers.length, size + others.size));
        }
        System.arraycopy(others.numbers, 0, numbers, size, others.size);
        size += others.size;
    }

    long get(int index) {
        return numbers[index];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void sort() {
        Arrays.sort(numbers, 0, size);
    }

    void clear() {
        size = 0;
    }
}
