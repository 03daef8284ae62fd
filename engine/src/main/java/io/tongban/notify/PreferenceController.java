package io.tongban.notify;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's own choices; there is no way to anybody else's. */
@RestController
@RequestMapping("/api/notifications/settings")
class PreferenceController {

    private final Preferences preferences;

    PreferenceController(Preferences preferences) {
        this.preferences = preferences;
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping
    Preferences.Settings mine(Actor actor, Locale locale) {
        return preferences.view(actor, locale);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PutMapping
    Preferences.Settings change(Actor actor, @RequestBody Preferences.SettingsBody body, Locale locale) {
        preferences.save(actor, body);
        return preferences.view(actor, locale);
    }
}
