package db.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;

/**
 * Creates the engine's tables from the scripts inside the engine's own jar (pinned version).
 * On MySQL the character set becomes utf8mb4 and times get milliseconds; the database's own default becomes the same, so
 * that no table of ours depends on how somebody created the database.
 */
public class V1__engine_tables extends BaseJavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        var product = context.getConnection().getMetaData().getDatabaseProductName();
        var vendor = product.equals("H2") ? "h2" : "mysql";
        if (vendor.equals("mysql")) {
            run(context, "alter database character set utf8mb4 collate utf8mb4_bin");
        }
        for (String part : PARTS) {
            var path = "org/camunda/bpm/engine/db/create/activiti." + vendor + ".create." + part + ".sql";
            var script = new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
            run(context, vendor.equals("h2") ? script : widen(script));
        }
    }

    private static String widen(String script) {
        return script.replace("CHARSET=utf8 COLLATE utf8_bin", "CHARSET=utf8mb4 COLLATE utf8mb4_bin")
                .replaceAll("\\bdatetime\\b(?!\\()", "datetime(3)");
    }

    private static void run(Context context, String script) throws SQLException {
        var plain = script.replaceAll("(?m)^\\s*--.*$", "");
        try (Statement statement = context.getConnection().createStatement()) {
            for (String sql : plain.split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }
}
