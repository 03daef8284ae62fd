package io.tongban.record;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CheckMapper {

    /**
     * A check of the whole record.
     *
     * @param seenAt when it last told how far it has come
     * @param total how many requests there were when it began
     * @param found how many findings there are; the first of them stand in {@code findings}
     */
    record CheckRow(
            String id,
            String personId,
            Instant startedAt,
            Instant seenAt,
            @Nullable Instant endedAt,
            long total,
            long done,
            long entries,
            long seals,
            int found,
            String findings) {}

    @Insert("""
            insert into record_check (id, person_id, started_at, seen_at, total, done, entries, seals, found, findings)
            values (#{id}, #{personId}, #{startedAt}, #{seenAt}, #{total}, 0, 0, 0, 0, '[]')
            """)
    void insert(CheckRow check);

    @Update("""
            update record_check set seen_at = #{seenAt}, ended_at = #{endedAt}, done = #{done}, entries = #{entries},
              seals = #{seals}, found = #{found}, findings = #{findings}
            where id = #{id}
            """)
    void update(CheckRow check);

    @Select("select * from record_check where id = #{id}")
    @Nullable
    CheckRow find(String id);

    @Select("select * from record_check order by id desc limit 1")
    @Nullable
    CheckRow latest();
}
