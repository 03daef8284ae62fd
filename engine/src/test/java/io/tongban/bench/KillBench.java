package io.tongban.bench;

import java.util.LinkedHashMap;

/** Kills the built server again and again under load. */
final class KillBench {

    private KillBench() {}

    static void run(Database database, int kills) throws Exception {
        var home = Server.home("kill-" + database);
        var settings = new LinkedHashMap<>(database.empty(home));
        // The product has no process in which everything is possible; the one of the tests stays in the database.
        Company.open(settings, home, context -> {});
        settings.put("tongban.home", home.toString());
        settings.put("spring.profiles.active", "demo");
        var result = new KillRun(Server.product(), home, settings).run(kills);
        System.out.println(result);
    }
}
