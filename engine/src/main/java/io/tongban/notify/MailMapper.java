package io.tongban.notify;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface MailMapper {

    @Insert("""
            <script>insert into notify_mail
              (id, recipient, address, subject, body, html, state, due_at, attempts, created_at) values
            <foreach item='m' collection='mails' separator=','>
              (#{m.id}, #{m.recipient}, #{m.address}, #{m.subject}, #{m.body}, #{m.html}, #{m.state}, #{m.dueAt},
               #{m.attempts}, #{m.createdAt})
            </foreach></script>""")
    void insert(@Param("mails") List<MailRow> mails);

    @Select("select id from notify_mail where state = 'waiting' and due_at <= #{now} order by due_at limit #{limit}")
    List<String> due(@Param("now") Instant now, @Param("limit") int limit);

    /** The row, if it is still due; nobody else gets it before the transaction ends. */
    @Select("""
            select id, recipient, address, subject, body, html, state, due_at, attempts, created_at from notify_mail
            where id = #{id} and state = 'waiting' and due_at <= #{now} for update""")
    @Nullable
    MailRow lock(@Param("id") String id, @Param("now") Instant now);

    @Update("update notify_mail set due_at = #{until}, attempts = attempts + 1 where id = #{id}")
    void claim(@Param("id") String id, @Param("until") Instant until);

    @Update("update notify_mail set state = 'sent', sent_at = #{now}, reason = null where id = #{id}")
    void sent(@Param("id") String id, @Param("now") Instant now);

    @Update("update notify_mail set state = #{state}, due_at = #{dueAt}, reason = #{reason} where id = #{id}")
    void notSent(
            @Param("id") String id,
            @Param("state") String state,
            @Param("dueAt") Instant dueAt,
            @Param("reason") String reason);

    @Delete("delete from notify_mail where state = #{state} and due_at < #{before}")
    void forget(@Param("state") String state, @Param("before") Instant before);

    /** What nobody has begun to send goes earlier, when the quiet time of its receiver now ends earlier. */
    @Update("""
            update notify_mail set due_at = #{due}
            where state = 'waiting' and due_at > #{due} and recipient = #{person} and attempts = 0""")
    void release(@Param("person") String person, @Param("due") Instant due);

    @Delete("delete from notify_mail where state = 'waiting' and recipient = #{person}")
    void forgetWaiting(String person);
}
