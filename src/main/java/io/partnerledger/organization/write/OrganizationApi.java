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
import io.partnerledger.platform.CommandEndpoint;
import io.partnerledger.platform.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    void enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        endpoint.handle(request, response, Registration.class, new Route("organization.registered", null), body -> {
            RegisterOrganization command = new RegisterOrganization(
                    body.id() == null ? rules.requireFreeId(body.name()) : body.id(),
                    body.name(),
                    body.aliases() == null ? List.of() : body.aliases(),
                    body.identifiers() == null ? Identifiers.NONE : body.identifiers());
            rules.requireFreeNames(command);
            return command;
        });
    }

    @PostMapping("/{id}/aliases")
    void addAlias(HttpServletRequest request, HttpServletResponse response, @PathVariable("id") String name)
            throws IOException {
        String id = rules.requireKnown(name);
        Long revision = CommandEndpoint.expectedRevision(request);
        endpoint.handle(request, response, Alias.class, route("organization.alias-added", id), body -> {
            rules.requireFreeName(id, body.alias(), "/alias");
            return new AddAlias(id, revision, body.alias());
        });
    }

    @PostMapping("/{id}/identifiers")
    void assignIdentifiers(HttpServletRequest request, HttpServletResponse response, @PathVariable("id") String name)
            throws IOException {
        String id = rules.requireKnown(name);
        Long revision = CommandEndpoint.expectedRevision(request);
        endpoint.handle(
                request,
                response,
                Identifiers.class,
                route("organization.identifier-assigned", id),
                body -> new AssignIdentifiers(id, revision, body));
    }

    @PostMapping("/{id}/rename")
    void rename(HttpServletRequest request, HttpServletResponse response, @PathVariable("id") String name)
            throws IOException {
        String id = rules.requireKnown(name);
        Long revision = CommandEndpoint.expectedRevision(request);
        endpoint.handle(request, response, Renaming.class, route("organization.renamed", id), body -> {
            rules.requireFreeName(id, body.name(), "/name");
            return new RenameOrganization(id, revision, body.name(), body.reason());
        });
    }

    @PostMapping("/{id}/merge")
    void merge(HttpServletRequest request, HttpServletResponse response, @PathVariable("id") String name)
            throws IOException {
        String id = rules.requireKnown(name);
        Long revision = CommandEndpoint.expectedRevision(request);
        endpoint.handleAlone(request, response, Merge.class, route("organization.merged", id), body -> {
            String into = rules.requireMergeTarget(id, body.into());
            return new MergeOrganization(id, revision, into, body.on(), body.source(), body.reason());
        });
    }

    @PostMapping("/{id}/merge-reversal")
    void reverseMerge(HttpServletRequest request, HttpServletResponse response, @PathVariable("id") String name)
            throws IOException {
        String id = rules.requireKnown(name);
        Long revision = CommandEndpoint.expectedRevision(request);
        endpoint.handle(
                request,
                response,
                MergeReversal.class,
                route("organization.merge-reversed", id),
                body -> new ReverseMerge(id, revision, body.reason()));
    }

    private static Route route(String eventType, String id) {
        return new Route(eventType, Organization.stream(id));
    }
}
