package io.tongban.record;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface PrintMapper {

    /**
     * A print of a request.
     *
     * @param seq how many lines the trail had
     * @param link of the latest of them
     * @param digest of what is on the paper
     * @param file digest of the file itself
     */
    record PrintRow(
            String code,
            String requestId,
            String number,
            String status,
            int seq,
            String link,
            String digest,
            String file,
            String personId,
            Instant at) {}

    @Insert("""
            insert into record_print (code, request_id, number, status, seq, link, digest, file, person_id, at)
            values (#{code}, #{requestId}, #{number}, #{status}, #{seq}, #{link}, #{digest}, #{file}, #{personId}, #{at})
            """)
    void insert(PrintRow print);

    @Select("select * from record_print where code = #{code}")
    @Nullable
    PrintRow find(String code);
}
