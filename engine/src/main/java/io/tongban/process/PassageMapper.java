package io.tongban.process;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** What is known of several requests at once, without what people wrote. */
@Mapper
interface PassageMapper {

    /** A line without its words; the detail says which way the request went. */
    record Line(
            String requestId,
            @Nullable Integer seq,
            Instant at,
            String personId,
            String action,
            @Nullable String step,
            @Nullable String taskId,
            @Nullable String detail) {}

    @Select("""
            <script>select id, number, process_key, definition_id, version, instance_id, title, title_en, applicant_id,
              department_id, status, revision, '' as answers, created_at, updated_at, ended_at,
              null as facts, null as returns, suspended_at, content_version
            from process_request where id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>
            """)
    List<RequestRow> requests(@Param("ids") Collection<String> ids);

    @Select("""
            <script>select request_id, seq, at, person_id, action, step, task_id,
              case when detail like '%"path":[%' then detail else null end as detail
            from process_entry where request_id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            order by request_id, seq, id</script>
            """)
    List<Line> lines(@Param("ids") Collection<String> ids);

    @Select("""
            <script>select * from process_inbox where step is not null and request_id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            order by request_id, since, id</script>
            """)
    List<InboxRow> tasks(@Param("ids") Collection<String> ids);

    @Select("""
            <script>select * from process_seat where request_id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            order by request_id, position, id</script>
            """)
    List<SeatRow> seats(@Param("ids") Collection<String> ids);

    @Select("""
            <script>select * from process_deadline where request_id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            order by request_id, started_at, id</script>
            """)
    List<DeadlineRow> deadlines(@Param("ids") Collection<String> ids);
}
