package io.tongban.notify;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** A part of the digest that fails for some people. */
@Component
class BrokenDigest implements DigestPart {

    private static final Set<String> FAILING = ConcurrentHashMap.newKeySet();

    static void fails(String person) {
        FAILING.add(person);
    }

    @Override
    public List<Section> sections(Reader reader) {
        if (FAILING.contains(reader.personId())) {
            throw new IllegalStateException("on purpose");
        }
        return List.of();
    }

    @Override
    public boolean covers(String kind) {
        return false;
    }
}
