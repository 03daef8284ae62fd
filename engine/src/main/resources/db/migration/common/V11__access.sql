create table access_account (
    person_id char(36) not null,
    password_hash varchar(200) not null,
    must_change boolean not null,
    changed_at datetime(3) not null,
    primary key (person_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table access_session (
    id char(36) not null,
    secret_hash char(64) not null,
    person_id char(36) not null,
    kind varchar(16) not null,
    name varchar(100),
    address varchar(64),
    agent varchar(300),
    created_at datetime(3) not null,
    seen_at datetime(3) not null,
    expires_at datetime(3) not null,
    primary key (id),
    constraint access_session_secret unique (secret_hash)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index access_session_person on access_session (person_id, kind, created_at);
create index access_session_expiry on access_session (expires_at);

create table access_role (
    role_key varchar(64) not null,
    name varchar(100) not null,
    name_en varchar(100) not null,
    permissions varchar(1000) not null,
    primary key (role_key)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table access_grant (
    person_id char(36) not null,
    role_key varchar(64) not null,
    granted_at datetime(3) not null,
    primary key (person_id, role_key)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index access_grant_role on access_grant (role_key, person_id);

-- Failed guesses by subject: an account, an address, or both together.
create table access_guess (
    subject char(64) not null,
    failures int not null,
    last_at datetime(3) not null,
    blocked_until datetime(3),
    primary key (subject)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create index access_guess_last on access_guess (last_at);

-- Addresses a person has signed in from; guesses made elsewhere never lock these out.
create table access_address (
    person_id char(36) not null,
    address varchar(64) not null,
    seen_at datetime(3) not null,
    primary key (person_id, address)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- One row: the code of the first-start wizard and whether set-up is done.
create table access_setup (
    id int not null,
    code_hash char(64),
    done_at datetime(3),
    primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

insert into access_setup (id, code_hash, done_at) values (1, null, null);

insert into access_role (role_key, name, name_en, permissions) values ('employee', '员工', 'Employee', '');
insert into access_role (role_key, name, name_en, permissions) values ('hr', '人力资源', 'Human resources', 'org.manage,leave.manage');
insert into access_role (role_key, name, name_en, permissions) values ('finance', '财务', 'Finance', '');
insert into access_role (role_key, name, name_en, permissions) values ('it', '信息技术', 'IT', '');
insert into access_role (role_key, name, name_en, permissions) values ('office', '行政', 'Office administration', 'calendar.manage');
insert into access_role (role_key, name, name_en, permissions) values ('designer', '流程设计', 'Process designer', 'process.design');
insert into access_role (role_key, name, name_en, permissions) values ('process-admin', '流程管理', 'Process administrator', 'process.administer');
insert into access_role (role_key, name, name_en, permissions) values ('administrator', '系统管理员', 'Administrator', 'org.manage,access.manage,calendar.manage,leave.manage,process.administer,process.design');
