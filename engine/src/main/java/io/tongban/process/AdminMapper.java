package io.tongban.process;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** What administrators look for. */
@Mapper
interface AdminMapper {

    /**
     * What a page is asked for.
     *
     * @param processes keys, null for all
     * @param ids only these, null for all
     * @param q pattern in title and number
     * @param applicant only those of this person
     * @param before id of the last one on the page before
     */
    record Query(
            @Nullable Collection<String> processes,
            @Nullable Collection<String> ids,
            boolean suspended,
            @Nullable String q,
            @Nullable String applicant,
            @Nullable String before,
            int limit) {}

    /** Which requests are meant. */
    String MEANT = """
            where status = 'running'
            <if test="processes != null">and process_key in
            <foreach collection="processes" item="one" open="(" separator="," close=")">#{one}</foreach></if>
            <if test="ids != null">and id in
            <foreach collection="ids" item="one" open="(" separator="," close=")">#{one}</foreach></if>
            <if test="suspended">and suspended_at is not null</if>
            <if test="q != null">and (lower(title) like #{q} or lower(title_en) like #{q} or lower(number) like #{q})</if>
            <if test="applicant != null">and applicant_id = #{applicant}</if>
            """;

    /** Requests under way, the newest first; without their answers. */
    @Select("""
            <script>select id, number, process_key, definition_id, version, instance_id, title, title_en, applicant_id,
              department_id, status, revision, '' as answers, created_at, updated_at, ended_at,
              null as facts, null as returns, suspended_at, content_version
            from process_request
            """ + MEANT + """
            <if test="before != null">and id &lt; #{before}</if>
            order by status, id desc limit #{limit}</script>
            """)
    List<RequestRow> page(Query query);

    @Select("<script>select count(*) from process_request\n" + MEANT + "</script>")
    long count(Query query);

    /** With their answers. */
    @Select("""
            <script>select * from process_request where id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>
            """)
    List<RequestRow> whole(@Param("ids") Collection<String> ids);

    /** Who has these requests to deal with. */
    @Select("""
            <script>select * from process_inbox where state = 'todo' and request_id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            order by request_id, since, id limit 2000</script>
            """)
    List<InboxRow> open(@Param("ids") Collection<String> ids);

    /** How much somebody has to do, or will have to. */
    @Select("""
            <script>select count(*) from process_inbox where state in ('todo', 'waiting') and step is not null and owner in
            <foreach collection="owners" item="owner" open="(" separator="," close=")">#{owner}</foreach></script>
            """)
    int pending(@Param("owners") Collection<String> owners);
}
