package io.tongban.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface RoleMapper {

    record RoleRow(String roleKey, String name, String nameEn, String permissions) {}

    @Select("select role_key, name, name_en, permissions from access_role order by role_key")
    List<RoleRow> all();

    @Select("select role_key, name, name_en, permissions from access_role where role_key = #{key}")
    Optional<RoleRow> find(String key);

    @Select("""
            <script>select role_key, name, name_en, permissions from access_role where role_key in
            <foreach collection='keys' item='key' open='(' separator=',' close=')'>#{key}</foreach></script>
            """)
    List<RoleRow> byKeys(Collection<String> keys);

    @Insert("""
            insert into access_role (role_key, name, name_en, permissions) values (#{roleKey}, #{name}, #{nameEn}, #{permissions})
            on duplicate key update name = #{name}, name_en = #{nameEn}, permissions = #{permissions}
            """)
    void define(RoleRow role);

    @Insert("""
            insert into access_grant (person_id, role_key, granted_at) values (#{personId}, #{role}, #{now})
            on duplicate key update role_key = #{role}
            """)
    void grant(String personId, String role, Instant now);

    @Delete("delete from access_grant where person_id = #{personId} and role_key = #{role}")
    void revoke(String personId, String role);

    @Select("select person_id from access_grant where role_key = #{role} order by person_id")
    List<String> members(String role);

    @Select("select person_id from access_grant where role_key = #{role} for update")
    List<String> lockMembers(String role);

    @Select("""
            select r.role_key, r.name, r.name_en, r.permissions from access_grant g join access_role r on r.role_key = g.role_key
            where g.person_id = #{personId} order by r.role_key
            """)
    List<RoleRow> granted(String personId);
}
