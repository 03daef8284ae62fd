package io.tongban.grant;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Texts;
import io.tongban.process.FieldSource;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What can be asked for, to choose from. */
@Component
class ThingOptions implements FieldSource {

    private final Things things;
    private final Texts texts;

    ThingOptions(Things things, Texts texts) {
        this.things = things;
        this.texts = texts;
    }

    @Override
    public String key() {
        return "grant.things";
    }

    @Override
    public List<Option> options(Actor actor) {
        var locale = LocaleContextHolder.getLocale();
        return things.offered().stream()
                .map(thing ->
                        new Option(thing.id(), texts.get("grant.kind." + thing.kind()) + " · " + thing.name(locale)))
                .toList();
    }
}
