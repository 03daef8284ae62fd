package io.tongban.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface SessionMapper {

    /** One row per role held; {@code entitled} when there may be something that is held for a time only. */
    record CredentialRow(
            String id,
            String personId,
            String kind,
            Instant seenAt,
            boolean mustChange,
            @Nullable Instant opensAt,
            boolean entitled,
            @Nullable String roleKey,
            @Nullable String permissions) {}

    record SessionRow(
            String id,
            String personId,
            String kind,
            @Nullable String name,
            @Nullable String address,
            @Nullable String agent,
            Instant createdAt,
            Instant seenAt,
            Instant expiresAt) {}

    @Select("""
            select s.id, s.person_id, s.kind, s.seen_at, a.must_change, a.opens_at,
              case when exists (select 1 from access_entitlement e where e.holder_id = s.person_id and e.ends_at > #{now})
                or exists (select 1 from access_entitlement e where e.holder_kind = 'DEPARTMENT' and e.ends_at > #{now})
                then true else false end as entitled,
              r.role_key, r.permissions
            from access_session s
            join access_account a on a.person_id = s.person_id
            left join access_grant g on g.person_id = s.person_id
            left join access_role r on r.role_key = g.role_key
            where s.secret_hash = #{hash} and s.expires_at > #{now} and (s.kind = 'token' or s.seen_at > #{idleSince})
            """)
    List<CredentialRow> credential(String hash, Instant now, Instant idleSince);

    @Insert("""
            insert into access_session (id, secret_hash, person_id, kind, name, address, agent, created_at, seen_at, expires_at)
            values (#{s.id}, #{hash}, #{s.personId}, #{s.kind}, #{s.name}, #{s.address}, #{s.agent}, #{s.createdAt}, #{s.seenAt}, #{s.expiresAt})
            """)
    void insert(SessionRow s, String hash);

    @Update("update access_session set seen_at = #{now} where id = #{id} and seen_at < #{before}")
    int seen(String id, Instant now, Instant before);

    @Select("""
            select id, person_id, kind, name, address, agent, created_at, seen_at, expires_at from access_session
            where person_id = #{personId} and kind = #{kind} and expires_at > #{now} and (kind = 'token' or seen_at > #{idleSince})
            order by created_at desc, id desc
            limit 200
            """)
    List<SessionRow> list(String personId, String kind, Instant now, Instant idleSince);

    @Select("""
            <script>select id from access_session where expires_at > #{now} and id in
            <foreach item='id' collection='ids' open='(' separator=',' close=')'>#{id}</foreach></script>""")
    List<String> alive(Collection<String> ids, Instant now);

    @Delete("delete from access_session where id = #{id} and person_id = #{personId} and kind = #{kind}")
    int end(String id, String personId, String kind);

    @Delete("delete from access_session where person_id = #{personId} and kind = 'browser' and id <> #{except}")
    void endBrowsers(String personId, String except);

    @Delete("delete from access_session where person_id = #{personId}")
    void endAll(String personId);

    @Delete("delete from access_session where expires_at < #{now}")
    void purge(Instant now);

    @Select("select seen_at from access_address where person_id = #{personId} and address = #{address}")
    Optional<Instant> knownAddress(String personId, String address);

    @Insert("""
            insert into access_address (person_id, address, seen_at) values (#{personId}, #{address}, #{now})
            on duplicate key update seen_at = #{now}
            """)
    void rememberAddress(String personId, String address, Instant now);
}
