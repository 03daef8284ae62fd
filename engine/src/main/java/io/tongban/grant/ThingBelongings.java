package io.tongban.grant;

import io.tongban.kernel.Texts;
import io.tongban.process.Belongings;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Things of the catalogue that somebody grants. */
@Component
class ThingBelongings implements Belongings {

    private static final int MOST = 200;

    private final ThingMapper rows;
    private final Texts texts;

    ThingBelongings(ThingMapper rows, Texts texts) {
        this.rows = rows;
        this.texts = texts;
    }

    @Override
    public List<Belonging> of(String personId, Locale locale) {
        var kind = texts.get(locale, "belonging.grant.owner");
        return rows.owned(personId, List.of(), null, MOST).stream()
                .map(thing -> new Belonging(kind, thing.name(locale), "/admin/grants"))
                .toList();
    }
}
