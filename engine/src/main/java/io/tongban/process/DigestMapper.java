package io.tongban.process;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** What the daily digest reads, by the indexes that the inbox has. */
@Mapper
interface DigestMapper {

    /** Open tasks, oldest first; what stands still is not waited for. */
    @Select("""
            <script>
            <foreach collection="owners" item="owner" separator=" union all ">
            (select i.* from process_inbox i where i.owner = #{owner} and i.state = 'todo'
            and not exists (select 1 from process_request r where r.id = i.request_id and r.suspended_at is not null)
            order by i.owner, i.state, i.at, i.id limit #{limit})
            </foreach>
            </script>
            """)
    List<InboxRow> waiting(@Param("owners") Collection<String> owners, @Param("limit") int limit);

    @Select("""
            <script>select count(distinct i.id) from process_inbox i where i.state = 'todo' and i.owner in
            <foreach collection="owners" item="owner" open="(" separator="," close=")">#{owner}</foreach>
            and not exists (select 1 from process_request r where r.id = i.request_id and r.suspended_at is not null)
            </script>
            """)
    int countWaiting(@Param("owners") Collection<String> owners);

    /** Somebody's requests with which others did something in a span of time, the latest first. */
    @Select("""
            select distinct r.id, r.updated_at from process_request r join process_entry e on e.request_id = r.id
            where r.applicant_id = #{applicant} and r.updated_at > #{since}
            and e.person_id <> #{applicant} and e.at > #{since} and e.at <= #{until} and e.action not in ('remind', 'comment', 'copy', 'urge')
            order by r.updated_at desc limit #{limit}
            """)
    List<String> moved(
            @Param("applicant") String applicant,
            @Param("since") Instant since,
            @Param("until") Instant until,
            @Param("limit") int limit);

    /** Who has the open tasks of these requests. */
    @Select("""
            <script>select * from process_inbox where state = 'todo' and request_id in
            <foreach collection="requests" item="request" open="(" separator="," close=")">#{request}</foreach>
            order by since, id limit 1000</script>
            """)
    List<InboxRow> open(@Param("requests") Collection<String> requests);
}
