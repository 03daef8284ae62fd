package io.tongban.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface EntitlementMapper {

    record EntitlementRow(
            String id,
            String holderKind,
            String holderId,
            @Nullable String roleKey,
            @Nullable String permission,
            Instant grantedAt,
            Instant endsAt) {}

    /** Either a role with what it permits, or a single permission. */
    record HeldRow(
            @Nullable String roleKey,
            @Nullable String permissions,
            @Nullable String permission) {}

    record HolderRow(String holderKind, String holderId) {}

    @Insert("""
            insert into access_entitlement (id, holder_kind, holder_id, role_key, permission, granted_at, ends_at)
            values (#{id}, #{holderKind}, #{holderId}, #{roleKey}, #{permission}, #{grantedAt}, #{endsAt})
            on duplicate key update ends_at = #{endsAt}
            """)
    void put(EntitlementRow row);

    @Update("update access_entitlement set ends_at = #{now} where id = #{id} and ends_at > #{now}")
    int end(String id, Instant now);

    @Select("""
            <script>
            select e.role_key, r.permissions, e.permission
            from access_entitlement e left join access_role r on r.role_key = e.role_key
            where e.ends_at > #{now} and e.holder_id in
            <foreach collection='holders' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </script>
            """)
    List<HeldRow> held(Collection<String> holders, Instant now);

    @Select(
            "select holder_kind, holder_id from access_entitlement where role_key = #{role} and ends_at > #{now} order by id")
    List<HolderRow> holders(String role, Instant now);
}
