package io.tongban.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface SealMapper {

    /**
     * A seal.
     *
     * @param heads how many trails it holds
     * @param root digest of them
     * @param upto the newest line that was looked at
     * @param prev mac of the seal before
     */
    record SealRow(long no, Instant at, int heads, String root, String upto, String keyId, String prev, String mac) {}

    /** How far a trail had come. */
    record HeadRow(String requestId, int seq, String link, long sealNo) {}

    record Sealed(String requestId, int seq) {}

    @Select("select * from record_seal order by no desc limit 1")
    @Nullable
    SealRow newest();

    @Select("select * from record_seal where no > #{after} order by no limit #{limit}")
    List<SealRow> after(@Param("after") long after, @Param("limit") int limit);

    @Select("select count(*) from record_seal")
    long count();

    @Insert("""
            insert into record_seal (no, at, heads, root, upto, key_id, prev, mac)
            values (#{no}, #{at}, #{heads}, #{root}, #{upto}, #{keyId}, #{prev}, #{mac})
            """)
    void insert(SealRow seal);

    @Insert("""
            <script>insert into record_head (request_id, seq, link, seal_no) values
            <foreach collection="heads" item="h" separator=",">
            (#{h.requestId}, #{h.seq}, #{h.link}, #{h.sealNo})</foreach></script>
            """)
    void insertHeads(@Param("heads") List<HeadRow> heads);

    @Select("select * from record_head where seal_no = #{no} order by seal_no, request_id")
    List<HeadRow> ofSeal(long no);

    /** What was sealed of trails between two requests, the second one included. */
    @Select("""
            select * from record_head where request_id > #{after} and request_id <= #{upto} order by request_id, seq
            """)
    List<HeadRow> between(@Param("after") String after, @Param("upto") String upto);

    @Select("select * from record_head where request_id = #{request} order by seq")
    List<HeadRow> ofRequest(String request);

    @Select("""
            <script>select request_id, max(seq) as seq from record_head where request_id in
            <foreach collection="requests" item="request" open="(" separator="," close=")">#{request}</foreach>
            group by request_id</script>
            """)
    List<Sealed> sealed(@Param("requests") Collection<String> requests);
}
