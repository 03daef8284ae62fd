package io.tongban.file;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface FileMapper {

    @Insert("""
            insert into file_content (hash, size, touched_at) values (#{hash}, #{size}, #{now})
            on duplicate key update touched_at = #{now}""")
    void touchContent(@Param("hash") String hash, @Param("size") long size, @Param("now") Instant now);

    @Select("select hash from file_content where hash = #{hash} for update")
    @Nullable
    String lockContent(String hash);

    @Select("""
            select c.hash from file_content c
            where c.touched_at < #{before} and not exists (select 1 from file_stored s where s.hash = c.hash)
            order by c.touched_at limit #{limit}""")
    List<String> unusedContent(@Param("before") Instant before, @Param("limit") int limit);

    @Select("select count(*) from file_stored where hash = #{hash}")
    int usesOf(String hash);

    @Delete("delete from file_content where hash = #{hash}")
    void deleteContent(String hash);

    @Insert("""
            insert into file_stored (id, uploader, name, size, type, hash, created_at)
            values (#{id}, #{uploader}, #{name}, #{size}, #{type}, #{hash}, #{createdAt})""")
    void insert(FileRow row);

    @Select("select * from file_stored where id = #{id}")
    @Nullable
    FileRow find(String id);

    @Select("""
            <script>select * from file_stored where id in
            <foreach item='id' collection='ids' open='(' separator=',' close=')'>#{id}</foreach></script>""")
    List<FileRow> findAll(@Param("ids") Collection<String> ids);

    @Select("""
            <script>select * from file_stored where id in
            <foreach item='id' collection='ids' open='(' separator=',' close=')'>#{id}</foreach>
            order by id for update</script>""")
    List<FileRow> lock(@Param("ids") Collection<String> ids);

    @Select("select * from file_stored where owner_type = #{type} and owner_id = #{id} order by id limit 500")
    List<FileRow> attachedTo(@Param("type") String type, @Param("id") String id);

    @Update("""
            update file_stored set owner_type = #{type}, owner_id = #{owner}, attached_at = #{now}
            where id = #{id}""")
    void attach(
            @Param("id") String id,
            @Param("type") String type,
            @Param("owner") String owner,
            @Param("now") Instant now);

    @Update("update file_stored set owner_type = null, owner_id = null, attached_at = null where id = #{id}")
    void detach(String id);

    @Select("""
            select id from file_stored where attached_at is null and created_at < #{before}
            order by created_at limit #{limit}""")
    List<String> loose(@Param("before") Instant before, @Param("limit") int limit);

    @Delete("delete from file_stored where id = #{id} and attached_at is null")
    void deleteLoose(String id);
}
