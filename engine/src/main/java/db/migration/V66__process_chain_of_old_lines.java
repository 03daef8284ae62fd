package db.migration;

import io.tongban.process.Chain;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;

/** Binds the lines that were written before there was a chain, in the order of their ids. */
public class V66__process_chain_of_old_lines extends BaseJavaMigration {

    private static final int PAGE = 500;

    private record Bound(String id, String salt, String words, int seq, String link) {}

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var read = connection.prepareStatement("select * from process_entry where request_id > ?"
                        + " or request_id = ? and id > ? order by request_id, id limit " + PAGE);
                var write = connection.prepareStatement(
                        "update process_entry set salt = ?, words = ?, seq = ?, link = ? where id = ?")) {
            var request = "";
            var last = "";
            var link = "";
            var seq = 0;
            List<Bound> page;
            do {
                page = new ArrayList<>();
                read.setString(1, request);
                read.setString(2, request);
                read.setString(3, last);
                try (var rows = read.executeQuery()) {
                    while (rows.next()) {
                        var of = Objects.requireNonNull(rows.getString("request_id"));
                        if (!of.equals(request)) {
                            request = of;
                            link = of;
                            seq = 0;
                        }
                        var bound = bound(rows, link, ++seq);
                        link = bound.link();
                        last = bound.id();
                        page.add(bound);
                    }
                }
                write(write, page);
            } while (page.size() == PAGE);
        }
    }

    private static Bound bound(ResultSet row, String before, int seq) throws SQLException {
        var salt = Chain.salt();
        var id = Objects.requireNonNull(row.getString("id"));
        var told = "correct".equals(row.getString("action"));
        @Nullable String detail = row.getString("detail");
        var words = Chain.digest(salt, row.getString("text"), told ? detail : null, null);
        var body = Chain.digest(
                row.getString("request_id"),
                id,
                String.valueOf(row.getTimestamp("at").getTime()),
                row.getString("person_id"),
                row.getString("behalf_id"),
                row.getString("action"),
                row.getString("step"),
                row.getString("task_id"),
                told ? null : detail,
                row.getString("idempotency_key"),
                row.getString("digest"),
                row.getString("result"),
                row.getString("content"),
                null,
                null,
                words);
        return new Bound(id, salt, words, seq, Chain.link(before, body));
    }

    private static void write(PreparedStatement write, List<Bound> page) throws SQLException {
        for (var bound : page) {
            write.setString(1, bound.salt());
            write.setString(2, bound.words());
            write.setInt(3, bound.seq());
            write.setString(4, bound.link());
            write.setString(5, bound.id());
            write.addBatch();
        }
        if (!page.isEmpty()) {
            write.executeBatch();
        }
    }
}
