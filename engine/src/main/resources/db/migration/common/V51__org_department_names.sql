-- Rules of models name departments.
create index org_department_name on org_department (name);
