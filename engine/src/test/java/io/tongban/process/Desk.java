package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.TestCompany;
import io.tongban.kernel.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** People at work on requests, by their login names. After everything they do the office is checked. */
@Component
public class Desk {

    private final TestCompany company;
    private final Requests requests;
    private final Tasks tasks;
    private final InboxMapper inbox;
    private final RequestMapper trail;
    private final OfficeCheck check;

    Desk(
            TestCompany company,
            Requests requests,
            Tasks tasks,
            InboxMapper inbox,
            RequestMapper trail,
            OfficeCheck check) {
        this.company = company;
        this.requests = requests;
        this.tasks = tasks;
        this.inbox = inbox;
        this.trail = trail;
        this.check = check;
    }

    /** Somebody asks; answers are given as name, value, name, value. People are login names. */
    public Case ask(String applicant, String process, Object... answers) {
        var given = new LinkedHashMap<String, Object>(Map.of("topic", "表决事项", "amount", 5));
        for (int i = 0; i < answers.length; i += 2) {
            given.put((String) answers[i], answers[i + 1]);
        }
        var request = requests.submit(company.actor(applicant), process, given, null);
        var asked = new Case(request.id());
        check.request(request.id());
        return asked;
    }

    /** A request that was made otherwise. */
    Case of(String request) {
        return new Case(request);
    }

    public List<String> ids(String... accounts) {
        return Stream.of(accounts).map(company::id).toList();
    }

    /** One request under way. */
    public final class Case {

        public final String id;

        Case(String id) {
            this.id = id;
        }

        /** Acts on the only task of this request that the person can act on. */
        public Case does(String account, String action, Tasks.Input input) {
            var row = rows(account).stream()
                    .filter(one -> action.equals("take-back") ? !one.todo() : one.todo())
                    .reduce((first, second) -> second)
                    .orElseThrow(() -> new AssertionError(account + " has no task: " + inbox.ofRequest(id)));
            return on(row, account, action, input);
        }

        Case on(InboxRow row, String account, String action, Tasks.Input input) {
            tasks.act(company.actor(account), row.id(), action, input, null);
            check.request(id);
            return this;
        }

        public Case approves(String... accounts) {
            for (var account : accounts) {
                does(account, "approve", Tasks.Input.saying("同意"));
            }
            return this;
        }

        public Case rejects(String account) {
            return does(account, "reject", Tasks.Input.saying("不同意"));
        }

        public Case abstains(String account) {
            return does(account, "abstain", Tasks.Input.saying("弃权"));
        }

        public Case returns(String account, String to, String resume) {
            return does(
                    account,
                    "return",
                    new Tasks.Input("请修改", null, null, to, resume, null, null, null, null, null, null, null, null));
        }

        public Case submits(String account, Object... answers) {
            var given = new LinkedHashMap<String, Object>();
            for (int i = 0; i < answers.length; i += 2) {
                given.put((String) answers[i], answers[i + 1]);
            }
            return does(account, "submit", Tasks.Input.of("已修改", null, given, null));
        }

        public Case transfers(String account, String to) {
            return does(account, "transfer", Tasks.Input.of("请处理", null, null, company.id(to)));
        }

        public Case delegates(String account, String to) {
            return does(account, "delegate", Tasks.Input.of("请代办", null, null, company.id(to)));
        }

        public Case consults(String account, String to) {
            return does(account, "consult", Tasks.Input.of("你怎么看", null, null, company.id(to)));
        }

        public Case adds(String account, String where, String mode, String... signers) {
            return does(
                    account,
                    "add-signers",
                    new Tasks.Input(
                            "请加签", null, null, null, null, where, ids(signers), mode, null, null, null, null, null));
        }

        public Case removes(String account, String signer) {
            var input = new Tasks.Input(
                    "不用了", null, null, null, null, null, null, null, company.id(signer), null, null, null, null);
            var row = rows(account).stream()
                    .filter(one -> one.pending() || one.part() != null)
                    .reduce((first, second) -> second)
                    .orElseThrow();
            return on(row, account, "remove-signer", input);
        }

        /** Answers work or a question: {@code give-back} or {@code reply}. */
        public Case gives(String account, String action) {
            return does(account, action, Tasks.Input.saying("已办,没有问题"));
        }

        public Case takesBack(String account) {
            return does(account, "take-back", Tasks.Input.saying("再想想"));
        }

        /** An administrator does something to it. */
        Case after(Runnable deed) {
            deed.run();
            check.request(id);
            return this;
        }

        /** What is refused, and that nothing has changed. */
        public Case refused(String code, Runnable deed) {
            var before = picture();
            try {
                deed.run();
            } catch (Problem problem) {
                assertThat(problem.code()
                                + problem.errors().stream()
                                        .map(e -> " " + e.code())
                                        .toList())
                        .contains(code);
                assertThat(picture()).isEqualTo(before);
                check.request(id);
                return this;
            }
            throw new AssertionError("not refused: " + code);
        }

        private String picture() {
            return requests.row(id) + "\n" + inbox.ofRequest(id) + "\n" + trail.entries(id);
        }

        /** Who has an open task of this request now, in no order. */
        public Case waitsFor(String... accounts) {
            assertThat(inbox.ofRequest(id).stream().filter(InboxRow::todo).map(InboxRow::owner))
                    .as("who has an open task")
                    .containsExactlyInAnyOrderElementsOf(owners(accounts));
            return this;
        }

        /** Element ids of the steps with an open task. */
        public Case isAt(String... steps) {
            assertThat(inbox.ofRequest(id).stream()
                            .filter(InboxRow::todo)
                            .map(InboxRow::step)
                            .distinct())
                    .containsExactlyInAnyOrder(steps);
            return this;
        }

        /** Login name of the one person who has an open task. */
        public String holder() {
            var owners = inbox.ofRequest(id).stream()
                    .filter(InboxRow::todo)
                    .map(InboxRow::owner)
                    .toList();
            assertThat(owners).hasSize(1);
            return company.account(owners.get(0));
        }

        public Case is(String status) {
            assertThat(requests.row(id).status()).isEqualTo(status);
            return this;
        }

        /** State of somebody's newest row: todo, waiting, done, gone. */
        public Case seen(String account, String state) {
            assertThat(rows(account))
                    .as(account)
                    .last()
                    .extracting(InboxRow::state)
                    .isEqualTo(state);
            return this;
        }

        public List<String> trail() {
            return trail.entries(id).stream().map(EntryRow::action).toList();
        }

        List<InboxRow> rows(String account) {
            var owners = Access.owners(company.actor(account));
            return inbox.ofRequest(id).stream()
                    .filter(row -> owners.contains(row.owner()))
                    .sorted(java.util.Comparator.comparing(InboxRow::since))
                    .toList();
        }

        private List<String> owners(String... accounts) {
            return Stream.of(accounts)
                    .map(account -> account.startsWith("role:") ? account : company.id(account))
                    .toList();
        }
    }
}
