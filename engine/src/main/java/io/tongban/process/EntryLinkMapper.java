package io.tongban.process;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface EntryLinkMapper {

    /** {@code kind} is mention, file or signature; {@code ref} the id of a person or a file. */
    record LinkRow(String entryId, String kind, String ref, String requestId, int sort) {}

    @Insert("""
            <script>
            insert into process_entry_link (entry_id, kind, ref, request_id, sort) values
            <foreach collection="rows" item="r" separator=",">
              (#{r.entryId}, #{r.kind}, #{r.ref}, #{r.requestId}, #{r.sort})
            </foreach>
            </script>
            """)
    void insert(@Param("rows") Collection<LinkRow> rows);

    @Select("select * from process_entry_link where request_id = #{request} order by entry_id, sort limit 5000")
    List<LinkRow> ofRequest(String request);

    @Select("""
            select count(*) from process_entry_link
            where request_id = #{request} and kind = 'mention' and ref = #{person}
            """)
    int mentions(@Param("request") String request, @Param("person") String person);

    /** The request whose trail has this line. */
    @Select("select request_id from process_entry_link where entry_id = #{entry} limit 1")
    @Nullable
    String requestOf(String entry);
}
