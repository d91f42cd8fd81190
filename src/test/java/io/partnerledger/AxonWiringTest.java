package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.log.LogEventStore;
import java.nio.file.Path;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Axon 4.13 does by itself on Spring Boot 4 starts without complaint and loses data; it must not creep back. */
class AxonWiringTest {

    @TempDir
    Path home;

    @Test
    void nothingOfAxonRunsOnADefaultThatForgets() {
        try (RunningLedger ledger = RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none")) {
            var beans = ledger.context();
            assertThat(beans.getBean(EventBus.class)).isInstanceOf(LogEventStore.class);
            assertThat(beans.getBean(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
            assertThat(beans.getBean(TransactionManager.class)).isSameAs(NoTransactionManager.INSTANCE);
            assertThat(beans.getBeansOfType(Serializer.class).values())
                    .allSatisfy(serializer -> assertThat(serializer).isInstanceOf(Jackson3Serializer.class));
            EventProcessingConfiguration processing = beans.getBean(EventProcessingConfiguration.class);
            assertThat(processing.eventProcessors().keySet()).containsExactly("standing");
            assertThat(processing.eventProcessor("standing", PooledStreamingEventProcessor.class))
                    .isPresent();
            assertThat(processing.listenerInvocationErrorHandler("standing"))
                    .isSameAs(PropagatingErrorHandler.instance());
            assertThat(processing.tokenStore("standing")).isSameAs(beans.getBean(TokenStore.class));
        }
    }

    /** In a test Axon would report nothing anyway, so the settings that hold outside of one are looked at. */
    @Test
    void nothingIsReportedToAnybody() {
        try (RunningLedger ledger = RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none")) {
            var environment = ledger.context().getEnvironment();
            assertThat(environment.getProperty("axon.update-check.disabled")).isEqualTo("true");
            assertThat(environment.getProperty("spring.autoconfigure.exclude"))
                    .contains(UpdateCheckerAutoConfiguration.class.getName());
        }
    }
}
