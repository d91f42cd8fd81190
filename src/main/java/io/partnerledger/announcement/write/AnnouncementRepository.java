package io.partnerledger.announcement.write;

import java.util.concurrent.Callable;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.modelling.command.LockAwareAggregate;
import org.springframework.stereotype.Component;

/** Announcements by their events; the first event of one is made without asking for others. */
@Component("announcementRepository")
class AnnouncementRepository extends EventSourcingRepository<Announcement> {

    AnnouncementRepository(Configuration axon) {
        super(builder(Announcement.class)
                .eventStore(axon.eventStore())
                .parameterResolverFactory(axon.parameterResolverFactory())
                .handlerDefinition(axon.handlerDefinition(Announcement.class))
                .repositoryProvider(axon::repository));
    }

    @Override
    protected LockAwareAggregate<Announcement, EventSourcedAggregate<Announcement>> doLoadOrCreate(
            String stream, Callable<Announcement> factory) throws Exception {
        return FirstRecording.isSupposed() ? doCreateNew(factory) : super.doLoadOrCreate(stream, factory);
    }
}
