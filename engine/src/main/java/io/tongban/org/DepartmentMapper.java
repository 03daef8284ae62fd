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
interface DepartmentMapper {

    record Link(String departmentId, String personId) {}

    @Select("select name from org_lock where name = #{name} for update")
    String lock(String name);

    @Insert("""
            insert into org_department (id, parent_id, name, sort, created_at)
            values (#{d.id}, #{d.parentId}, #{d.name}, #{d.sort}, #{now})
            """)
    void insert(Department d, Instant now);

    @Update("update org_department set parent_id = #{parentId}, name = #{name}, sort = #{sort} where id = #{id}")
    void update(Department d);

    @Select("select id, parent_id, name, sort from org_department where id = #{id}")
    Optional<Department> find(String id);

    @Select("select id, parent_id, name, sort from org_department order by parent_id, sort, id")
    List<Department> all();

    @Select("select id, parent_id, name, sort from org_department where name = #{name} order by id limit 20")
    List<Department> byName(String name);

    @Select("select id, parent_id, name, sort from org_department where parent_id is null order by sort, id limit 1")
    Optional<Department> root();

    @Select("""
            select h.person_id from org_head h join org_person p on p.id = h.person_id and p.state = 'employed'
            where h.department_id = #{id} and h.valid_from <= #{now} and (h.valid_to is null or h.valid_to > #{now})
            order by h.valid_from, h.id
            """)
    List<String> heads(String id, Instant now);

    @Select("""
            select department_id from org_head
            where person_id = #{personId} and valid_from <= #{now} and (valid_to is null or valid_to > #{now})
            order by valid_from, id
            """)
    List<String> headedBy(String personId, Instant now);

    @Select("""
            select h.department_id, h.person_id from org_head h join org_person p on p.id = h.person_id and p.state = 'employed'
            where h.valid_from <= #{now} and (h.valid_to is null or h.valid_to > #{now})
            order by h.valid_from, h.id
            """)
    List<Link> allHeads(Instant now);

    @Select("""
            select m.person_id from org_membership m join org_person p on p.id = m.person_id and p.state = 'employed'
            where m.department_id = #{id} and m.valid_from <= #{now} and (m.valid_to is null or m.valid_to > #{now})
            order by p.pinyin, p.id
            """)
    List<String> members(String id, Instant now);

    @Select("""
            <script>
            select distinct m.person_id, p.pinyin, p.id from org_membership m
            join org_person p on p.id = m.person_id and p.state = 'employed'
            where m.valid_from &lt;= #{now} and (m.valid_to is null or m.valid_to > #{now})
              and m.department_id in <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            order by p.pinyin, p.id
            </script>
            """)
    List<String> membersOf(Collection<String> ids, Instant now);

    @Select("""
            select m.person_id from org_membership m join org_person p on p.id = m.person_id and p.state = 'employed'
            where m.department_id = #{id} and m.position = #{position}
              and m.valid_from <= #{now} and (m.valid_to is null or m.valid_to > #{now})
            order by p.pinyin, p.id
            """)
    List<String> membersAs(String id, String position, Instant now);

    @Select("""
            select m.department_id, m.person_id from org_membership m
            join org_person p on p.id = m.person_id and p.state = 'employed'
            where m.valid_from <= #{now} and (m.valid_to is null or m.valid_to > #{now})
            """)
    List<Link> allMembers(Instant now);

    @Select("""
            select m.department_id, d.name, m.position, m.main,
                   case when exists (select 1 from org_head h where h.department_id = m.department_id and h.person_id = m.person_id
                        and h.valid_from <= #{now} and (h.valid_to is null or h.valid_to > #{now})) then true else false end as head
            from org_membership m join org_department d on d.id = m.department_id
            where m.person_id = #{personId} and m.valid_from <= #{now} and (m.valid_to is null or m.valid_to > #{now})
            order by m.main desc, m.valid_from, m.id
            """)
    List<Membership> memberships(String personId, Instant now);

    @Insert("""
            insert into org_membership (id, person_id, department_id, position, main, valid_from)
            values (#{id}, #{personId}, #{departmentId}, #{position}, #{main}, #{now})
            """)
    void join(String id, String personId, String departmentId, @Nullable String position, boolean main, Instant now);

    @Update("""
            update org_membership set valid_to = #{now}
            where person_id = #{personId} and department_id = #{departmentId} and (valid_to is null or valid_to > #{now})
            """)
    int endMembership(String personId, String departmentId, Instant now);

    @Update("""
            update org_membership set valid_to = #{now}
            where person_id = #{personId} and main = true and (valid_to is null or valid_to > #{now})
            """)
    int endMain(String personId, Instant now);

    @Insert("""
            insert into org_head (id, department_id, person_id, valid_from)
            values (#{id}, #{departmentId}, #{personId}, #{now})
            """)
    void insertHead(String id, String departmentId, String personId, Instant now);

    @Update("""
            update org_head set valid_to = #{now}
            where department_id = #{departmentId} and (valid_to is null or valid_to > #{now})
            """)
    void endHeads(String departmentId, Instant now);

    @Insert("""
            insert into org_leader (id, person_id, leader_id, valid_from)
            values (#{id}, #{personId}, #{leaderId}, #{now})
            """)
    void insertLeader(String id, String personId, String leaderId, Instant now);

    @Update("""
            update org_leader set valid_to = #{now}
            where person_id = #{personId} and (valid_to is null or valid_to > #{now})
            """)
    void endLeader(String personId, Instant now);
}
