package io.tongban.access;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface GuessMapper {

    record GuessRow(
            String subject,
            int failures,
            Instant lastAt,
            @Nullable Instant blockedUntil) {}

    @Insert("""
            insert into access_guess (subject, failures, last_at) values (#{subject}, 0, #{now})
            on duplicate key update subject = #{subject}
            """)
    void ensure(String subject, Instant now);

    @Select("select subject, failures, last_at, blocked_until from access_guess where subject = #{subject} for update")
    GuessRow lock(String subject);

    @Update("""
            update access_guess set failures = #{failures}, last_at = #{lastAt}, blocked_until = #{blockedUntil}
            where subject = #{subject}
            """)
    void put(GuessRow row);

    @Delete("delete from access_guess where subject = #{subject}")
    void forget(String subject);

    @Delete("delete from access_guess where last_at < #{before}")
    void purge(Instant before);
}
