package io.tongban.process;

import io.tongban.kernel.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What comes along with a submission and is done in its transaction. */
@Component
class Along {

    /**
     * Beside the answers.
     *
     * @param draft the draft that becomes the request
     * @param related requests that it has to do with
     */
    record With(@Nullable String draft, List<String> related) {

        static final With NOTHING = new With(null, List.of());
    }

    private final Drafts drafts;
    private final Relations relations;

    Along(Drafts drafts, Relations relations) {
        this.drafts = drafts;
        this.relations = relations;
    }

    /** Before the answers' attachments are taken over. */
    void before(Actor applicant, With with) {
        if (with.draft() != null) {
            drafts.take(applicant, with.draft());
        }
    }

    /** Once there is a request. */
    void after(Work work, With with) {
        relations.relate(work.actor, work.request, with.related());
    }
}
