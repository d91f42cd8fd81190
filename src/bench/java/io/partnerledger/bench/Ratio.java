package io.partnerledger.bench;

import java.util.Arrays;

/** What two contenders measured in the same rounds. */
@SuppressWarnings("ArrayRecordComponent") // figures are shown, never compared
record Ratio(String one, double[] ofOne, String other, double[] ofOther) {

    /** Round by round, how many times the other the one is. */
    double[] values() {
        double[] ratios = new double[ofOne.length];
        Arrays.setAll(ratios, i -> ofOne[i] / ofOther[i]);
        return ratios;
    }
}
