package io.tongban.approval;

import io.tongban.approval.PhraseMapper.PhraseRow;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.kernel.Texts;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sentences that people use again and again in their opinions: their own in their order, and a few of the company. */
@Service
class Phrases {

    private static final int MOST = 50;
    private static final int LONGEST = 200;
    private static final int OF_THE_COMPANY = 5;
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

    /**
     * One person's phrases.
     *
     * @param items own ones, in order
     * @param company the same for everybody, in the reader's language
     * @param revision of the own list; 0 before it was first kept
     */
    record Own(List<String> items, List<String> company, int revision) {}

    private final PhraseMapper rows;
    private final Texts texts;
    private final JsonMapper json;

    Phrases(PhraseMapper rows, Texts texts, JsonMapper json) {
        this.rows = rows;
        this.texts = texts;
        this.json = json;
    }

    Own of(Actor actor) {
        var row = rows.find(actor.id());
        var company = IntStream.rangeClosed(1, OF_THE_COMPANY)
                .mapToObj(n -> texts.get("phrase." + n))
                .toList();
        return row == null
                ? new Own(List.of(), company, 0)
                : new Own(json.readValue(row.phrases(), LIST), company, row.revision());
    }

    /** The whole list in its new order; somebody who saw an older one is refused. */
    @Transactional
    public void keep(Actor actor, List<String> phrases, int revision) {
        var clean = phrases.stream()
                .map(phrase -> phrase == null ? "" : phrase.strip())
                .filter(phrase -> !phrase.isEmpty())
                .distinct()
                .toList();
        if (clean.size() > MOST) {
            throw Problem.refused("kernel:invalid").field("phrases", "approval:too-many-phrases", MOST);
        }
        for (int i = 0; i < phrases.size(); i++) {
            var phrase = phrases.get(i);
            if (phrase != null && (phrase.codePointCount(0, phrase.length()) > LONGEST || phrase.indexOf('\0') >= 0)) {
                throw Problem.refused("kernel:invalid")
                        .field("phrases[" + i + "]", "approval:phrase-too-long", LONGEST);
            }
        }
        var row = new PhraseRow(actor.id(), json.writeValueAsString(clean), revision + 1);
        try {
            if (revision == 0) {
                rows.insert(row);
            } else if (rows.update(row) == 0) {
                throw Problem.conflict("approval:phrases-moved");
            }
        } catch (DuplicateKeyException kept) {
            throw Problem.conflict("approval:phrases-moved");
        }
    }
}
