package io.partnerledger.exchange.write;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** How much one import may bring: {@code ledger.imports.limit}, the size of the body. */
@ConfigurationProperties("ledger.imports")
public record ImportProperties(@DefaultValue("16MB") DataSize limit) {}
