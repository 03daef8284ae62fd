package io.tongban.org;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PersonMapper {

    String PERSON = """
            select p.id, p.account, p.number, p.name, p.email, p.phone, p.portrait, p.locale,
                   d.id as department_id, d.name as department_name, m.position as position,
                   case when p.state = 'employed' then true else false end as present
            from org_person p
            left join org_membership m on m.person_id = p.id and m.main = true
                 and m.valid_from &lt;= #{now} and (m.valid_to is null or m.valid_to > #{now})
            left join org_department d on d.id = m.department_id
            """;

    record StandingRow(
            String id,
            String name,
            boolean present,
            @Nullable String departmentId) {}

    record LeaderRow(String id, boolean present) {}

    record LedRow(String personId, String leaderId, boolean present) {}

    @Insert("""
            insert into org_person (id, account, number, number_key, name, pinyin, initials, email, phone, locale, state, created_at)
            values (#{id}, #{p.account}, #{p.number}, #{key}, #{p.name}, #{pinyin.full}, #{pinyin.initials}, #{p.email}, #{p.phone},
                    'zh-CN', 'employed', #{now})
            """)
    void insert(String id, NewPerson p, String key, Pinyin pinyin, Instant now);

    @Select("<script>" + PERSON + " where p.id = #{id}</script>")
    Optional<Person> find(String id, Instant now);

    @Select(
            "<script>" + PERSON
                    + " where p.id in <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach></script>")
    List<Person> byIds(Collection<String> ids, Instant now);

    @Select("<script>" + PERSON + " where p.account = #{key}</script>")
    Optional<Person> byAccount(String key, Instant now);

    @Select("<script>" + PERSON + " where p.number_key = #{key}</script>")
    Optional<Person> byNumber(String key, Instant now);

    @Select("select number from org_person order by id desc limit 1")
    Optional<String> lastNumber();

    @Select("""
            select p.id, p.name, case when p.state = 'employed' then true else false end as present, m.department_id
            from org_person p
            left join org_membership m on m.person_id = p.id
                 and m.valid_from <= #{now} and (m.valid_to is null or m.valid_to > #{now})
            where p.id = #{id}
            order by m.main desc, m.valid_from, m.id
            """)
    List<StandingRow> standing(String id, Instant now);

    @Select("""
            <script>
            select id from org_person where state = 'employed' and id in
            <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </script>
            """)
    List<String> presentOf(Collection<String> ids);

    @Select("select id from org_person where state = 'employed' order by pinyin, id")
    List<String> present();

    @Select("""
            select l.leader_id as id, case when p.state = 'employed' then true else false end as present
            from org_leader l join org_person p on p.id = l.leader_id
            where l.person_id = #{id} and l.valid_from <= #{now} and (l.valid_to is null or l.valid_to > #{now})
            order by l.valid_from desc
            limit 1
            """)
    Optional<LeaderRow> leader(String id, Instant now);

    /** Who is led by these people, or by anybody. */
    @Select("""
            <script>
            select l.person_id, l.leader_id, case when p.state = 'employed' then true else false end as present
            from org_leader l join org_person p on p.id = l.person_id
            where l.valid_from &lt;= #{now} and (l.valid_to is null or l.valid_to > #{now})
            <if test='leaders != null'>
              and l.leader_id in <foreach collection='leaders' item='id' open='(' separator=',' close=')'>#{id}</foreach>
            </if>
            order by l.valid_from, l.id
            </script>
            """)
    List<LedRow> led(@Nullable Collection<String> leaders, Instant now);

    @Update("""
            update org_person set name = #{name}, pinyin = #{pinyin.full}, initials = #{pinyin.initials},
                   number = #{number}, number_key = #{key}
            where id = #{id}
            """)
    void rename(String id, String name, Pinyin pinyin, String number, String key);

    @Update("update org_person set email = #{email}, phone = #{phone}, locale = #{locale} where id = #{id}")
    void contact(String id, @Nullable String email, @Nullable String phone, String locale);

    @Update("update org_person set portrait = #{fileId} where id = #{id}")
    void portrait(String id, @Nullable String fileId);

    @Update("update org_person set state = #{state} where id = #{id} and state <> #{state}")
    int state(String id, String state);

    @Select("""
            <script>
            """ + PERSON + """
            where p.state = 'employed'
            <if test='afterSound != null'>
              and (p.pinyin > #{afterSound} or (p.pinyin = #{afterSound} and p.id > #{afterId}))
            </if>
            <if test='like != null'>
              and (lower(p.name) like #{like} escape '!' or p.pinyin like #{sound} escape '!' or p.initials like #{sound} escape '!'
                   or p.number_key like #{like} escape '!' or p.account like #{like} escape '!')
            </if>
            <if test='departments != null'>
              and exists (select 1 from org_membership x where x.person_id = p.id
                   and x.valid_from &lt;= #{now} and (x.valid_to is null or x.valid_to > #{now}) and x.department_id in
                   <foreach collection='departments' item='d' open='(' separator=',' close=')'>#{d}</foreach>)
            </if>
            order by p.pinyin, p.id
            limit #{limit}
            </script>
            """)
    List<Person> search(
            @Nullable String like,
            @Nullable String sound,
            @Nullable Collection<String> departments,
            @Nullable String afterSound,
            @Nullable String afterId,
            Instant now,
            int limit);
}
