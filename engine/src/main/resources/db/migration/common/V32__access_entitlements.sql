-- Roles and permissions held for a time: by one person, or by whoever belongs to a department.
create table access_entitlement (
    id char(36) not null,
    holder_kind varchar(10) not null,
    holder_id char(36) not null,
    role_key varchar(64),
    permission varchar(64),
    granted_at datetime(3) not null,
    ends_at datetime(3) not null, -- the year 2037 when no end was set
    primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index access_entitlement_holder on access_entitlement (holder_id, ends_at);
create index access_entitlement_kind on access_entitlement (holder_kind, ends_at);
create index access_entitlement_role on access_entitlement (role_key, ends_at);

update access_role
set permissions = concat(permissions, case when permissions = '' then '' else ',' end, 'grant.manage')
where role_key in ('it', 'administrator');
