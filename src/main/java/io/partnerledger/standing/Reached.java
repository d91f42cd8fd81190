package io.partnerledger.standing;

/**
 * A build, and a position that it has come to.
 *
 * @param epoch another one, once what was read of the live build before need not hold: it was replaced or emptied, or it
 *     lost its end with its server
 */
public record Reached(Generation generation, long position, long epoch) {

    Reached cameTo(long further) {
        return new Reached(generation, further, epoch);
    }

    Reached anew(Generation build, long from) {
        return new Reached(build, from, epoch + 1);
    }
}
