package io.partnerledger.organization.write;

import io.partnerledger.organization.Directory;
import io.partnerledger.organization.NameKey;
import io.partnerledger.organization.OrganizationCommand;
import io.partnerledger.organization.OrganizationCommand.AddAlias;
import io.partnerledger.organization.OrganizationCommand.AssignIdentifiers;
import io.partnerledger.organization.OrganizationCommand.MergeOrganization;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.organization.OrganizationCommand.RenameOrganization;
import io.partnerledger.organization.OrganizationCommand.ReverseMerge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The directory of the log, and before it what the unit of work in progress has added and has not committed yet. */
@Component
@Primary
final class RegistryInProgress implements Directory {

    private final Directory stored;

    /** Who bears which name, by its key, and who was merged into whom, or into nobody any more. */
    private record Pending(Map<String, String> names, Map<String, Optional<String>> mergedInto) {}

    RegistryInProgress(@Qualifier("directory") Directory stored) {
        this.stored = stored;
    }

    /** Takes up what was carried out; what is rolled back is forgotten. */
    static void note(OrganizationCommand command) {
        Pending pending = CurrentUnitOfWork.get()
                .root()
                .getOrComputeResource(
                        RegistryInProgress.class.getName(), _ -> new Pending(new HashMap<>(), new HashMap<>()));
        String id = command.organization();
        switch (command) {
            case RegisterOrganization c -> {
                name(pending, c.organization(), id);
                name(pending, c.name(), id);
                c.aliases().forEach(alias -> name(pending, alias, id));
            }
            case RenameOrganization c -> name(pending, c.name(), id);
            case AddAlias c -> name(pending, c.alias(), id);
            case MergeOrganization c -> put(pending.mergedInto, id, Optional.of(c.into()));
            case ReverseMerge _ -> put(pending.mergedInto, id, Optional.empty());
            case AssignIdentifiers _ -> {}
        }
    }

    private static void name(Pending pending, String name, String id) {
        put(pending.names, NameKey.of(name), id);
    }

    /** Steps of a rollback run in the reverse of their order, so what was there first is there again at its end. */
    private static <V> void put(Map<String, V> map, String key, V value) {
        V before = map.put(key, value);
        CurrentUnitOfWork.get().onRollback(_ -> {
            if (before == null) {
                map.remove(key);
            } else {
                map.put(key, before);
            }
        });
    }

    private static Optional<Pending> pending() {
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable(CurrentUnitOfWork.get().root().getResource(RegistryInProgress.class.getName()))
                : Optional.empty();
    }

    @Override
    public Optional<String> resolve(String name) {
        return pending().map(known -> known.names.get(NameKey.of(name))).or(() -> stored.resolve(name));
    }

    @Override
    public Optional<String> mergedInto(String organization) {
        Optional<String> merged =
                pending().flatMap(known -> known.mergedInto.getOrDefault(organization, Optional.empty()));
        boolean isChanged = pending()
                .map(known -> known.mergedInto.containsKey(organization))
                .orElse(false);
        return isChanged ? merged : stored.mergedInto(organization);
    }

    @Override
    public List<String> near(String name) {
        return stored.near(name);
    }
}
