package io.partnerledger.announcement.write;

import static io.partnerledger.announcement.Samples.ADDED;
import static io.partnerledger.announcement.Samples.ID;
import static io.partnerledger.announcement.Samples.record;
import static io.partnerledger.announcement.Samples.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.partnerledger.announcement.Changed;
import io.partnerledger.announcement.Rejected;
import io.partnerledger.announcement.Rejection;
import io.partnerledger.announcement.Rejection.Code;
import io.partnerledger.announcement.Statement;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.organization.Registrar;
import io.partnerledger.organization.write.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.spring.stereotype.Aggregate;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration;
import org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration;
import org.axonframework.springboot.autoconfig.InfraConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;

class RegisteringRecorderTest {

    private final Appends log = new Appends();

    @Test
    void organizationsAndTheAnnouncementThatNamesThemEnterTheLogInOneAppend() {
        running(gateway -> {
            Changed changed = gateway.sendAndWait(registering(ADDED, "anthropic", "amazon"));

            assertThat(changed).isEqualTo(new Changed(ID, 1));
            assertThat(log.appends)
                    .containsExactly(List.of(registered("anthropic"), registered("amazon"), recorded(ADDED)));
        });
    }

    @Test
    void anAnnouncementThatIsRefusedRegistersNobody() {
        Statement nobody = new Statement.CommitmentAmended("d", null, null, null);
        running(gateway -> {
            assertThatThrownBy(() -> gateway.sendAndWait(registering(nobody, "anthropic")))
                    .isInstanceOf(Rejected.class);

            assertThat(log.appends).isEmpty();
        });
    }

    @Test
    void whatIsWrongWithTheRegistrationsAndTheAnnouncementIsNamedAtOnce() {
        Statement unchanged = new Statement.CommitmentAmended("d", null, null, null);
        running(gateway -> {
            gateway.sendAndWait(new RegisterOrganization("amazon", "amazon", List.of(), Identifiers.NONE));
            assertThatThrownBy(() -> gateway.sendAndWait(registering(unchanged, "anthropic", "amazon")))
                    .asInstanceOf(type(Rejected.class))
                    .extracting(Rejected::rejections)
                    .asInstanceOf(list(Rejection.class))
                    .extracting(Rejection::code, Rejection::pointer)
                    .containsExactly(tuple(Code.ALREADY_REGISTERED, ""), tuple(Code.NOTHING_CHANGED, "/statements/0"));

            assertThat(log.appends).containsExactly(List.of(registered("amazon")));
        });
    }

    private void running(Consumer<CommandGateway> told) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        AxonAutoConfiguration.class,
                        AxonTracingAutoConfiguration.class,
                        EventProcessingAutoConfiguration.class,
                        InfraConfiguration.class,
                        NoOpTransactionAutoConfiguration.class,
                        XStreamAutoConfiguration.class))
                .withBean(EventStorageEngine.class, () -> log)
                .withInitializer(context -> scanner((BeanDefinitionRegistry) context)
                        .scan(Announcement.class.getPackageName(), Organization.class.getPackageName()))
                .run(context -> told.accept(context.getBean(CommandGateway.class)));
    }

    private static ClassPathBeanDefinitionScanner scanner(BeanDefinitionRegistry registry) {
        var scanner = new ClassPathBeanDefinitionScanner(registry, false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Aggregate.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(CommandTargetResolver.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(AnnouncementRepository.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(Registrar.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(RegisteringRecorder.class));
        return scanner;
    }

    private static RecordRegistering registering(Statement statement, String... organizations) {
        return new RecordRegistering(
                List.of(organizations).stream()
                        .map(id -> new RegisterOrganization(id, id, List.of(), Identifiers.NONE))
                        .toList(),
                record(statement));
    }

    private static OrganizationRegistered registered(String id) {
        return new OrganizationRegistered(id, id, List.of(), Identifiers.NONE);
    }

    /** Remembers which events were appended together. */
    private static final class Appends extends InMemoryEventStorageEngine {

        private final List<List<?>> appends = new ArrayList<>();

        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            appends.add(events.stream().map(EventMessage::getPayload).toList());
            super.appendEvents(events);
        }
    }
}
