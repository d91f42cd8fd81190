package io.partnerledger.organization.write;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Source;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationCommand.AddAlias;
import io.partnerledger.organization.OrganizationCommand.AssignIdentifiers;
import io.partnerledger.organization.OrganizationCommand.MergeOrganization;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.organization.OrganizationCommand.RenameOrganization;
import io.partnerledger.organization.OrganizationCommand.ReverseMerge;
import io.partnerledger.organization.Slug;
import io.partnerledger.platform.CommandEndpoint;
import io.partnerledger.platform.Receipt;
import io.partnerledger.platform.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routes that register organizations and change what is held of them. */
@RestController
@RequestMapping("/api/organizations")
class OrganizationApi {

    private final CommandEndpoint endpoint;
    private final RegistryRules rules;

    record Registration(
            @Nullable String id,
            String name,
            @Nullable List<String> aliases,
            @Nullable Identifiers identifiers) {}

    record Alias(String alias) {}

    record Renaming(String name, @Nullable String reason) {}

    record Merge(
            String into, @Nullable EventDate on, @Nullable Source source, String reason) {}

    record MergeReversal(String reason) {}

    OrganizationApi(CommandEndpoint endpoint, RegistryRules rules) {
        this.endpoint = endpoint;
        this.rules = rules;
    }

    @PostMapping
    ResponseEntity<Receipt> enter(HttpServletRequest request) throws IOException {
        return endpoint.handle(request, Registration.class, new Route("organization.registered", null), body -> {
            RegisterOrganization command = new RegisterOrganization(
                    body.id() == null ? Slug.of(body.name()) : body.id(),
                    body.name(),
                    body.aliases() == null ? List.of() : body.aliases(),
                    body.identifiers() == null ? Identifiers.NONE : body.identifiers());
            rules.requireFreeNames(command);
            return command;
        });
    }

    @PostMapping("/{id}/aliases")
    ResponseEntity<Receipt> addAlias(HttpServletRequest request, @PathVariable String id) throws IOException {
        Long revision = CommandEndpoint.expectedRevision(request);
        return endpoint.handle(request, Alias.class, route("organization.alias-added", id), body -> {
            rules.requireFreeName(id, body.alias(), "/alias");
            return new AddAlias(id, revision, body.alias());
        });
    }

    @PostMapping("/{id}/identifiers")
    ResponseEntity<Receipt> assignIdentifiers(HttpServletRequest request, @PathVariable String id) throws IOException {
        Long revision = CommandEndpoint.expectedRevision(request);
        return endpoint.handle(
                request,
                Identifiers.class,
                route("organization.identifier-assigned", id),
                body -> new AssignIdentifiers(id, revision, body));
    }

    @PostMapping("/{id}/rename")
    ResponseEntity<Receipt> rename(HttpServletRequest request, @PathVariable String id) throws IOException {
        Long revision = CommandEndpoint.expectedRevision(request);
        return endpoint.handle(request, Renaming.class, route("organization.renamed", id), body -> {
            rules.requireFreeName(id, body.name(), "/name");
            return new RenameOrganization(id, revision, body.name(), body.reason());
        });
    }

    @PostMapping("/{id}/merge")
    ResponseEntity<Receipt> merge(HttpServletRequest request, @PathVariable String id) throws IOException {
        Long revision = CommandEndpoint.expectedRevision(request);
        return endpoint.handleAlone(request, Merge.class, route("organization.merged", id), body -> {
            String into = rules.requireMergeTarget(id, body.into());
            return new MergeOrganization(id, revision, into, body.on(), body.source(), body.reason());
        });
    }

    @PostMapping("/{id}/merge-reversal")
    ResponseEntity<Receipt> reverseMerge(HttpServletRequest request, @PathVariable String id) throws IOException {
        Long revision = CommandEndpoint.expectedRevision(request);
        return endpoint.handle(
                request,
                MergeReversal.class,
                route("organization.merge-reversed", id),
                body -> new ReverseMerge(id, revision, body.reason()));
    }

    private static Route route(String eventType, String id) {
        return new Route(eventType, Organization.stream(id));
    }
}
