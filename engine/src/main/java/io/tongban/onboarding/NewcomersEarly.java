package io.tongban.onboarding;

import io.tongban.access.EarlyAccess;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Before the first day newcomers reach their own page, what they work on there, and the pictures on it. */
@Component
class NewcomersEarly implements EarlyAccess {

    private static final Pattern READ = Pattern.compile("/api/(onboardings/mine|requests/[0-9a-f-]{36}"
            + "|tasks/[0-9a-f-]{36}|files/[0-9a-f-]{36}(/info)?|people/[0-9a-f-]{36}/portrait)");
    private static final Pattern WRITE =
            Pattern.compile("/api/(onboardings/mine/(portrait|question)|files|tasks/[0-9a-f-]{36}/(complete|submit))");

    @Override
    public boolean allows(String method, String path) {
        return method.equals("GET") && READ.matcher(path).matches()
                || method.equals("POST") && WRITE.matcher(path).matches();
    }
}
