package io.partnerledger.exchange.write;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** How much one import may bring: {@code ledger.imports.limit}, the size of the body, up to 1 GB. */
@ConfigurationProperties("ledger.imports")
public record ImportProperties(@DefaultValue("16MB") DataSize limit) {

    private static final DataSize MOST = DataSize.ofGigabytes(1);

    public ImportProperties {
        if (limit.isNegative() || limit.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("ledger.imports.limit is from 0 to " + MOST.toGigabytes() + "GB, not "
                    + limit.toBytes() + "B. Send more in parts");
        }
    }

    int bytes() {
        return Math.toIntExact(limit.toBytes());
    }
}
