package io.tongban.process;

import io.tongban.file.FileReaders;
import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Problem;
import io.tongban.process.engine.Models;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who may read a request: its applicant or whoever acts for one who has left, whoever holds or held a task of it or has a
 * copy, process administrators, those whom the model or its module names as readers, and whoever was mentioned in its
 * trail. For everybody else it does not exist.
 */
@Component
class Access implements FileReaders {

    private final InboxMapper inbox;
    private final RequestMapper requests;
    private final EntryLinkMapper links;
    private final Models models;
    private final Administrators administrators;
    private final Approvers approvers;
    private final ObjectProvider<RequestReaders> others;

    Access(
            InboxMapper inbox,
            RequestMapper requests,
            EntryLinkMapper links,
            Models models,
            Administrators administrators,
            Approvers approvers,
            ObjectProvider<RequestReaders> others) {
        this.inbox = inbox;
        this.requests = requests;
        this.links = links;
        this.models = models;
        this.administrators = administrators;
        this.approvers = approvers;
        this.others = others;
    }

    /** The names under which tasks reach a person: the person and each role. */
    static List<String> owners(Actor actor) {
        var owners = new ArrayList<String>();
        owners.add(actor.id());
        actor.roles().stream().sorted().forEach(role -> owners.add("role:" + role));
        return owners;
    }

    void check(Actor actor, RequestRow request) {
        if (!mayRead(actor, request)) {
            throw Problem.notFound();
        }
    }

    boolean mayRead(Actor actor, RequestRow request) {
        return takesPart(actor, request) || links.mentions(request.id(), actor.id()) > 0;
    }

    /** Whether the model or its module names somebody as a reader, or they act for an applicant who has left. */
    boolean named(Actor actor, RequestRow request) {
        return models.of(request.definitionId()).readers().stream()
                        .anyMatch(rule -> names(rule, actor, request.applicantId()))
                || others.stream()
                        .anyMatch(other ->
                                other.processKey().equals(request.processKey()) && other.mayRead(actor, request.id()))
                || isApplicant(actor, request);
    }

    private boolean takesPart(Actor actor, RequestRow request) {
        return request.applicantId().equals(actor.id())
                || administrators.of(actor, request)
                || inbox.involvement(request.id(), owners(actor)) > 0
                || requests.deeds(request.id(), actor.id()) > 0
                || named(actor, request);
    }

    /** The applicant; for one who has left, whom the rule for applicants finds: the leader, or else administrators. */
    boolean isApplicant(Actor actor, RequestRow request) {
        if (request.applicantId().equals(actor.id())) {
            return true;
        }
        return names(approvers.find(Approvers.Question.applicant(request.applicantId())), actor);
    }

    private boolean names(String rule, Actor actor, String applicant) {
        return names(approvers.find(Approvers.Question.simple(rule, applicant, name -> null)), actor);
    }

    private static boolean names(Approvers.Found found, Actor actor) {
        return found.people().contains(actor.id())
                || found.role() != null && actor.roles().contains(found.role());
    }

    @Override
    public String ownerType() {
        return Requests.OWNER_TYPE;
    }

    @Override
    public boolean mayRead(Actor actor, BusinessRef owner) {
        var request = requests.find(owner.id());
        return request != null && mayRead(actor, request);
    }
}
