package io.tongban.notify;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface NoticeMapper {

    @Insert("""
            <script>insert into notify_notice
              (recipient, id, kind, kind_group, args, link, about_type, about_id, created_at) values
            <foreach item='r' collection='rows' separator=','>
              (#{r.recipient}, #{r.id}, #{r.kind}, #{r.kindGroup}, #{r.args}, #{r.link}, #{r.aboutType}, #{r.aboutId},
               #{r.createdAt})
            </foreach></script>""")
    void insert(@Param("rows") List<NoticeRow> rows);

    /** Newest first; ids are time-ordered. */
    @Select("""
            <script>select * from notify_notice where recipient = #{person}
            <if test='unread'>and read_at is null</if>
            <if test='group != null'>and kind_group = #{group}</if>
            <if test='cursor != null'>and id &lt; #{cursor}</if>
            order by recipient desc, id desc limit #{limit}</script>""")
    List<NoticeRow> page(
            @Param("person") String person,
            @Param("unread") boolean unread,
            @Param("group") @Nullable String group,
            @Param("cursor") @Nullable String cursor,
            @Param("limit") int limit);

    /** What came in a span of time and was not read, newest first. */
    @Select("""
            select * from notify_notice where recipient = #{person} and read_at is null
            and created_at > #{since} and created_at <= #{until} order by id desc limit #{limit}""")
    List<NoticeRow> unreadOf(
            @Param("person") String person,
            @Param("since") Instant since,
            @Param("until") Instant until,
            @Param("limit") int limit);

    @Select("select count(*) from notify_notice where recipient = #{person} and read_at is null")
    int unread(String person);

    @Select("select count(*) from notify_notice where recipient = #{person} and id = #{id}")
    int count(@Param("person") String person, @Param("id") String id);

    @Update("""
            update notify_notice set read_at = #{now}
            where recipient = #{person} and id = #{id} and read_at is null""")
    int read(@Param("person") String person, @Param("id") String id, @Param("now") Instant now);

    @Update("""
            <script>update notify_notice set read_at = #{now} where recipient = #{person} and read_at is null
            <if test='group != null'>and kind_group = #{group}</if></script>""")
    int readAll(@Param("person") String person, @Param("group") @Nullable String group, @Param("now") Instant now);
}
