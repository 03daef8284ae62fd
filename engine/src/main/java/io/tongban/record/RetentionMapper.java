package io.tongban.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface RetentionMapper {

    /** A rule. */
    record RuleRow(String processKey, int months, String changedBy, Instant changedAt) {}

    /**
     * What stays of a request.
     *
     * @param paper the request in words, as JSON
     */
    record SnapshotRow(
            String requestId, Instant madeAt, int seq, String link, String paper, String keyId, String mac) {}

    @Select("select * from record_retention order by process_key")
    List<RuleRow> rules();

    @Insert("""
            insert into record_retention (process_key, months, changed_by, changed_at)
            values (#{processKey}, #{months}, #{changedBy}, #{changedAt})
            on duplicate key update months = #{months}, changed_by = #{changedBy}, changed_at = #{changedAt}
            """)
    void set(RuleRow rule);

    @Delete("delete from record_retention where process_key = #{process}")
    void remove(@Param("process") String processKey);

    @Insert("""
            insert into record_snapshot (request_id, made_at, seq, link, paper, key_id, mac)
            values (#{requestId}, #{madeAt}, #{seq}, #{link}, #{paper}, #{keyId}, #{mac})
            """)
    void insert(SnapshotRow snapshot);

    @Select("select * from record_snapshot where request_id = #{request}")
    @Nullable
    SnapshotRow snapshot(String request);

    @Select("select * from record_snapshot where request_id > #{after} and request_id <= #{upto} order by request_id")
    List<SnapshotRow> between(@Param("after") String after, @Param("upto") String upto);

    @Select("""
            <script>select request_id from record_snapshot where request_id in
            <foreach collection="requests" item="request" open="(" separator="," close=")">#{request}</foreach></script>
            """)
    List<String> known(@Param("requests") Collection<String> requests);
}
